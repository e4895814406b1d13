package platform

import _ "embed" // for the data files

//go:embed data/wechat.json
var wechatJSON []byte

//go:embed data/wechat-reference.json
var wechatReferenceJSON []byte

// WeChat is the platform of WeChat mini-programs and mini-games.
var WeChat = register(&Platform{
	ID:     "wechat",
	Object: "wx",
	NameZh: "微信",
	NameEn: "WeChat",

	TemplateExt:     ".wxml",
	StyleExt:        ".wxss",
	ScriptExts:      []string{".js", ".ts"},
	InlineScriptExt: ".wxs",

	ManifestFiles: []string{"app.json", "game.json", "ext.json", "plugin.json"},
	ProjectFiles:  []string{"project.config.json", "project.private.config.json", "project.miniapp.json"},
	AskScope:      AskScope{Members: []string{"authorize", "authorizeForMiniProgram"}, Option: "scope"},

	rank:      1,
	load:      lazyData(wechatJSON),
	reference: lazyReference(wechatReferenceJSON),
})
