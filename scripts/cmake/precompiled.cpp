// Carries the precompiled headers of CMakeLists.txt.
