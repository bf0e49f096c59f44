// The numbers of the three teaching key pairs (RFC 8017 §3.2), in hexadecimal.
#include "oauth/teaching_keys.hpp"

namespace flowsim::oauth {

constinit const TeachingKey okta_teaching_key{
    .kid = "RXEP-s5m2-xCaTi5ZXygvIFfU2mxLDDOROJdl0ce1iI",
    .n = "y4DBgOlBW4SK7BILfvabm_h0SUt5FP4OmbIU4I6qy890SeBa2wvPoYBqeRqqpH1eE7yhNW_au0xM6RetleX6usUg32fDqEqm4KY0qMam"
         "_PtiWMJTbKe2MPIJ4VQrfADZX6sPm_w_Ad-xeYFUvgF0TqgoUJzklQrzNN4VlpbihlntkkrIZAlUeeh7jUMPDuy4hLZckur43OnAyWsG"
         "OMoEWEgBwyexANbtRFhAqTXSmxdvmLEjhqxDYUXvkHvG1HB2MuzYNsVUriHStcsky1qnKAkLvO2FifY4XbGMW0qPkuIkD6Mp0UwItt5b"
         "vJyus2g7wSL1hJz5_2QGBM3H9k186w",
    .e = "AQAB",
    .modulus =
        "cb80c180e9415b848aec120b7ef69b9bf874494b7914fe0e99b214e08eaacbcf7449e05adb0bcfa1806a791aaaa47d5e13bca135"
        "6fdabb4c4ce917ad95e5fabac520df67c3a84aa6e0a634a8c6a6fcfb6258c2536ca7b630f209e1542b7c00d95fab0f9bfc3f01df"
        "b1798154be01744ea828509ce4950af334de159696e28659ed924ac864095479e87b8d430f0eecb884b65c92eaf8dce9c0c96b06"
        "38ca04584801c327b100d6ed445840a935d29b176f98b12386ac436145ef907bc6d4707632ecd836c554ae21d2b5cb24cb5aa728"
        "090bbced8589f6385db18c5b4a8f92e2240fa329d14c08b6de5bbc9caeb3683bc122f5849cf9ff640604cdc7f64d7ceb",
    .public_exponent = "010001",
    .private_exponent =
        "4e780ee53ccc115469d6fe5c457024ef7edda41780905a285a16635b7557a17014789a149e8b0edc48ee8555058098c0ca5e7d50"
        "e4191508a64d68ee6bb2fabbc2e05a94a1cac64253b472f0b36cd776bd64d9459ecb8a829409c0439ae2dd56f43f3b2d1c16558c"
        "225c6644bd61452e41440e557904896cdf315564b43893b1f02c02f5629ce85e21f93d9443fc2f21e58ece55c95e5888fb8b4340"
        "940a14a12406b6ceb82144575ebd6d4fc27faf0606cd3cf0969fdd15f7a22eb358bfb5231ed4981e8aea0829c0efea2d849b26fd"
        "5b8c96e737fb3b7caded7eb2eb58adcdb464fa19527988d0f281014ac5d2d36a52f026e5e1751a5f9eaa9c1b9f7aa4a5",
    .prime1 =
        "ee5288bd5d7936abc61a5f0a92d762b7f5fe2c3b52a814eaa737a2761fe94648294e1d0624a528703aad9133f7a803bc61c3c2af"
        "f39b652993135ca78dfada2b940cd4222ee17e0b5ddc86b2dbf74a6c8f3c9eeea027c1f3a22fc7fb0dee9978f4e1b70b83cf12ae"
        "470595bd39b8ae68f5e67723ef642486bba80f2a39dd00bd",
    .prime2 =
        "da990a74c55ef57b14f7dfe70d2b0ac37fed5431534bbe0a40ace3adb0ae1fcdc4f54679bbe3dac5a43537ca762af0c4f95d9e4b"
        "e8857248f94ce11fcb97d8d9922394c19581cf6e47e4b55e8324a8c2c3a51a13c1739d12c52dfe183d5cbd5042f3ba775f9667d9"
        "423c970227013a2756aa896398da8bb6a337fa87ad2132c7",
    .exponent1 =
        "942ad9faa96797f6d99641aa883ac2944eaaf482f953a8956edae6f57bc7833b8ffa918ee52f8d61a10991f1f6320e088bdbb269"
        "c411c3a6425b524a95b9f4f40cfaa0d493c2fba3437abc7fecc3e51073492422858dd2468f7a1761dd7a8f0e2569436d3448847b"
        "b78a205b61cc911a8e6ef7796ef71ac26d5f01f6a5bce21d",
    .exponent2 =
        "abd8fe3858655374a4424d79f5872dda0d3ac52255ca48a704bb25ee08e48a4a18997e02fb6ba03419e86068c0c6f72ad2a2ff6b"
        "cb6b05324b125e34c1b82918b9e350f172986f3ad238014140b5d419f0f65d6ec47920357e5faecedd8687a98e48cf01435b195e"
        "d9cc8a267e055ff34715a0167536f1f8ed8d775dac045a47",
    .coefficient =
        "4eea7943bdc5bdeadc6fcc62aad96bd8dc30b63fa4790dff1668d6027a5469b9a24c2f4b135e8bc2c1241a6968cd227154d8fdc6"
        "1bb8d30f4af952e1908e5f141bd765b3df0d1c8db68e3de0c0261a0bdd646818515f6a217f51cd2fe65b09602a3a7e9c3da47faa"
        "a55783cbf611924315557cc985bc65700f5dee3a79597e6c",
};

constinit const TeachingKey okta_next_teaching_key{
    .kid = "mnTVLOK4vKZikXrtuCS5on8kUVDLsyUbL4X4OTg3-6I",
    .n = "1H1XcWaX49P9ZoBQ1DKdpqA_IQN2_FoqvGp3PRILAILba3xlnt8j867186bd1z_jOR1XrVbVU13W7ZmomCgSgWM25v4q-V013IBP5_Kd"
         "Gxvvryd2OAZFLYvDSvB_0HWbpQGogmmmvRr-twNsGc0CV8xLmPNO3wDp01PdG8ga9027BppSnlmf2XhSvvGv3sbpJvhCg2H_CCY3rdav"
         "z8rvUZsZ3h4lpMvLKUnMDldi637bjrjH7g8DHmjXr4ad_olhz5Fd0KEyKLxVBp6SokA7zbb2JciGQHqhsFGHwI69vlAGM2bgh17JkihA"
         "aFlaFGkb1mwLBVGYedIieJe4vsiWVw",
    .e = "AQAB",
    .modulus =
        "d47d57716697e3d3fd668050d4329da6a03f210376fc5a2abc6a773d120b0082db6b7c659edf23f3aef5f3a6ddd73fe3391d57ad"
        "56d5535dd6ed99a8982812816336e6fe2af95d35dc804fe7f29d1b1befaf27763806452d8bc34af07fd0759ba501a88269a6bd1a"
        "feb7036c19cd0257cc4b98f34edf00e9d353dd1bc81af74dbb069a529e599fd97852bef1afdec6e926f8428361ff082637add6af"
        "cfcaef519b19de1e25a4cbcb2949cc0e5762eb7edb8eb8c7ee0f031e68d7af869dfe8961cf915dd0a13228bc55069e92a2403bcd"
        "b6f625c886407aa1b05187c08ebdbe50063366e0875ec992284068595a14691bd66c0b05519879d2227897b8bec89657",
    .public_exponent = "010001",
    .private_exponent =
        "04ac2193850cebdbaf188f076bbfd972913ea41966c68d51c7ecbd6a91bbb7b47694a17269b2bdb016de03fc1d467904666e0257"
        "463b3c9a0d2b549a52119de37f7ec6d1ef95e82ee256f2d5495debbc1ed3e64c65848ce139fae07732b457409ef8af659926a9e7"
        "f6af0127db0d5672e85306437e83fe64624419c696bf7cbc1a64c061ffaf4c671ae6259e80e939785f7ffd02ca2eb836cad42a91"
        "c075932de2417fcad006f1c5655777576f18fd15d031380a685edc1d2eaff134916992ef17a4d71003b30d8d89dbf4cb7e7c2033"
        "36c9e38c8621b3d4d8710f2d6873cc2311b64995778bb478794a3fd679bbb46d27c601e3de04f776b25d968842e331",
    .prime1 =
        "ff384bb9e8aefcadd163c235b9e48f8cde352386c39a6e17a595f004ae16ee4c76097c36d61c307bb9dd163e7191349f8acc9129"
        "634d230d19a8fbc5af9fadd4ea5e602665b93c3ffc62947c9a94fddcb5c5a30099067dcc6b2ba1e9d3183d76d0671feeead68bcf"
        "92998679f138139ea2ca193dbfd02eb9b10e921603cd5e09",
    .prime2 =
        "d5239c373a83926a8becb939b7081dd8ded052de57c501a2faf0e7fafe2a82e58d71ef4d1f8a757a362d7db43f327cfe4c50c9bc"
        "ceec624dbad6c4e688b255409ae348d7ae8946b22ee7fbab3221b3ffb3037701ccbe40f0789a22164dc381a400e0d96c2c5b1ede"
        "bc2155293d021f3872977a2e5b229febf76439cd5a39695f",
    .exponent1 =
        "95846b88bc725781951bf658f750997093755a1cc7571f8c26ebd2334bb20f6527f9a2959595ea2971d7be025312185c273a7508"
        "642e7a8c602e0961e4e38d39211cad0391b095457f1c59952e127f2ee026aab9dcec5aa2795e947aa1ba9fb78d9bfcaf4150f393"
        "65751fbd2cbe0770763a23d3731e0961ac02b73ec2777bd1",
    .exponent2 =
        "c188182cbde1026de4a80a78318e192bf705ca7941d10cef6454a30ff101c0e19751c12c925b32d8c9a0fce7520b121c0647c526"
        "bfed3c45c0458b7c98daf536386df0928754f6f08c4ef0e23e1f044645d1fb9992c39e4bbbf698c50fcf5a4404d8261467224621"
        "9149e2fe12fb7e45cf276435fb62b13b9de34fe8fae7ee99",
    .coefficient =
        "e22ecae1ab3a1c36f233a920037457d4b68d5cf73b0431344dc5a1b2f334a653ffc7effb533542da9529319caae86b79e11c99c5"
        "3c8983b69492a7bd5dd7dffbebe4b2cb7894cc10fb95d48b2f47209b97ae9e1dd4b147a1e6fc263e23a1a04586cb4ef85d122390"
        "b30be988e84505110fc24bfa9ffa1bb22427706fd3fe8d0c",
};

constinit const TeachingKey attacker_teaching_key{
    .kid = "4qhYxpFGO9gyZBSfxTLTEjjQGGTdlgffvuu_IsdFBgs",
    .n = "0koiJGseNVFgQjDU-3nssWKnkujR-ey_YQB4ExQfJ3F52vu3f4bV6sJUAPPppQ7rNLOQ2vI0yCbHsxzxSTHqON0ZhGzcP08E9RavBdIX"
         "1IpoREZsdnv2HnD76eqBoi7ugstVCBenH4BkURsfIOheUbj3GCI77_r7P2NWTc63XBPGbgjdTDvesdkP9A5Js7OOa9-O8cp8us825Xgs"
         "7ek8_OUyIOXhFh_NmXFRMcmQKK7NX8LLdQcukJSLWaNlZyxDHRlvkhcvGM8UNVvOeuc7R8bVWkldYu0GOe30Zw5xp-rnoA_JYOsnW_Ef"
         "RAgvnmd9QkALHMN0TDOBSM6eYKAc7Q",
    .e = "AQAB",
    .modulus =
        "d24a22246b1e3551604230d4fb79ecb162a792e8d1f9ecbf61007813141f277179dafbb77f86d5eac25400f3e9a50eeb34b390da"
        "f234c826c7b31cf14931ea38dd19846cdc3f4f04f516af05d217d48a6844466c767bf61e70fbe9ea81a22eee82cb550817a71f80"
        "64511b1f20e85e51b8f718223beffafb3f63564dceb75c13c66e08dd4c3bdeb1d90ff40e49b3b38e6bdf8ef1ca7cbacf36e5782c"
        "ede93cfce53220e5e1161fcd99715131c99028aecd5fc2cb75072e90948b59a365672c431d196f92172f18cf14355bce7ae73b47"
        "c6d55a495d62ed0639edf4670e71a7eae7a00fc960eb275bf11f44082f9e677d42400b1cc3744c338148ce9e60a01ced",
    .public_exponent = "010001",
    .private_exponent =
        "1ab6d336882b1abfdf381966fd196491b6442e7c082cb5402cacf8140862daca661e050b2f16ac7739bf9d2d5f399a37140759b8"
        "0ebbd8cf6060272599d44efa71500c0c1e40a6a3ad14f82007ac0252a0e3478500da478e5f71092ac2d41d1d2c9d730c67a0d1f6"
        "28084ba73d3177c5eef6e8e8746fcc94fd5cfbba3faff870c97dfedb24c24bab45ed2eb5c8564187406d045dec9f5722b941f936"
        "27ba0a2affcd291920262fa1d5d77e8b2d843a43fe14627873846b214ed04b4b9fb682cda40fb060dd72c859903e59e0f1ac39f4"
        "4b850e917376a299fe5c2e550e97a33d448cceda30bb232e21741241204494590002b6368b72e75405cd554e21547181",
    .prime1 =
        "fd925bd55cbd8e22752817db6a9a800f1f8ba53cb6317c41582e7b64615f208eb6d419012f6e686d3103134090d45cfae132ba4e"
        "e0713e0ee3a7e468ea3c76f0cf66f1e680e9da1af25dae64fc8bc0eb569d1d5343c81bcd61b18beddbac15c0c9763a5a9c779a85"
        "89de6998d2d8d9977cebfca2f3c5b6a04d0c39f7cc873ec1",
    .prime2 =
        "d44daab096f81d01e95f685e6136141a36693291947a5beecb36c3f4994377fbeb4c8d9c8ca795acd5cb5a691438dfa30003425c"
        "72bc33b38d5302f7d136a75b590c7eaafe22c03906adaf9def2b799b69b499703bd35ccd805d987b03cbfcbe3de4d9ffbb0449b8"
        "43eaa85ea65116d9c8793d8f549c6f14643d78160a04552d",
    .exponent1 =
        "35fd6db43634de08942d5f3706b1b2c6858ef435c30d3249af7ee622ef6093cc0f3d85bd6cddf33a1c8f6d0ff8465f2dc3b94b55"
        "f40fe888bf0c4663d84bdb7f5689b2c3c37b074769876cd46fb949f051d6ce21a672fb0875de99cea15138a87dbcc09bfe68b0eb"
        "f1f8fb3ee0d5ef2e8418b307f72387c905deae9106695d81",
    .exponent2 =
        "0b20a300ac7906b431f2313b39272778943f814a06193fb64d6a6a6ce89793b35d8adea544ee07b74e616134bebd986327be03fd"
        "6a7a18cfa169a76f2bc50c928a2150864fd9ac6f90bd0bc66061cbf6ec5c6dea67085605e363847976227bf5d0b2ad066d5bf52d"
        "364a175716aa8b6310d1e1fb20392ecd47cfbcfa92bdd565",
    .coefficient =
        "462ae03ea6e9b8bbc04730caf02d2b7ea6d85aefa94983d4affd54120687d7ed0fcf099e1f3bf1eea9454a024a5f842816574ae7"
        "dec801be4b941c59a7e2ca9cca4b46691fc1f2448513f98b710675c0a342a71b3a7ccb76bcd9d75fb22901dda98ceaf941dfe6bd"
        "d171ba121faf9ad8dde60847f6ea5e0aceb4f902de1256a2",
};

}  // namespace flowsim::oauth
