package platform

import _ "embed" // for the data files

//go:embed data/alipay.json
var alipayJSON []byte

//go:embed data/alipay-reference.json
var alipayReferenceJSON []byte

// Alipay is the platform of Alipay mini-programs. Scopes are asked for by the
// variants of my.getAuthCode, which are capabilities, so that AskScope is empty.
var Alipay = register(&Platform{
	ID:     "alipay",
	Object: "my",
	NameZh: "支付宝",
	NameEn: "Alipay",

	TemplateExt:     ".axml",
	StyleExt:        ".acss",
	ScriptExts:      []string{".js", ".ts"},
	InlineScriptExt: ".sjs",

	ManifestFiles: []string{"app.json", "preload.json", "ext.json", "plugin.json"},
	ProjectFiles:  []string{"mini.project.json"},

	rank:      2,
	load:      lazyData(alipayJSON),
	reference: lazyReference(alipayReferenceJSON),
})
