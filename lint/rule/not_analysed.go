package rule

import (
	"strconv"

	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/source"
)

var notAnalysed = &Rule{
	ID:       "not-analysed",
	Severity: Info,
	Title:    Text{En: "something that could not be read", Zh: "未能分析的内容"},
	Check: func(p *Pass) {
		for _, u := range p.Project.Unresolved {
			f := &Finding{File: u.File, Range: u.Range}
			f.Message, f.Help = unresolvedText(&u)
			if u.What == "built-only" {
				f.Why = Text{En: "In a bundle, own code and libraries cannot be told apart.", Zh: "打包后的代码分不清是自己写的还是第三方库的。"}
			}
			p.reportNotAnalysed(f)
		}
		for _, s := range p.Project.Skipped {
			if text, ok := skipText[s.Reason]; ok {
				f := &Finding{File: &source.File{Path: s.Path}}
				f.Message = text
				f.Help = Text{En: "look at this file yourself", Zh: "请人工检查该文件"}
				p.reportNotAnalysed(f)
			}
		}
	},
}

func (p *Pass) reportNotAnalysed(f *Finding) {
	if f.Why == (Text{}) {
		f.Why = Text{En: "What it asks for is in no finding and no inventory.", Zh: "其中的申请不会出现在检查结果和清单里。"}
	}
	p.Report(f)
}

func unresolvedText(u *project.Unresolved) (message, help Text) {
	literal := Text{En: "write the name as a literal where you can", Zh: "能写成字面量的请直接写出名称"}
	switch u.What {
	case "computed-name":
		return T("the method of `%s` is computed at run time", "`%s` 的方法名在运行时才确定", u.Detail), literal
	case "unresolved-scope":
		return Text{En: "the scope asked for is not a literal", Zh: "申请的 scope 不是字面量"}, literal
	case "dynamic-open-type":
		return T("the open-type `%s` is known only at run time", "open-type `%s` 在运行时才确定", u.Detail), literal
	case "open-type-option":
		return T("the open type `%s` is given to a component here; the button itself is not in sight", "这里把 open-type `%s` 作为参数传给组件，看不到对应的按钮", u.Detail),
			Text{En: "where a button gets it, count it as asked for: declare it, and list it in the guideline", Zh: "如果确有按钮用到它，请按已申请处理：做好声明，并写入隐私指引"}
	case "other-object":
		return T("`%s` is declared in this file, so its calls were not taken for the platform's", "本文件自行声明了 `%s`，其调用未按平台接口处理", u.Detail),
			Text{En: "if it is the platform's object after all, use the global", Zh: "如果它就是平台对象，请直接使用全局对象"}
	case "object-passed":
		return T("the whole object `%s` is passed on here; calls through it are not followed", "这里把整个 `%s` 对象传了出去，经由它的调用未跟踪", u.Detail),
			Text{En: "call the platform's object itself where you can", Zh: "能直接调用平台对象的请直接调用"}
	case "template-language":
		return T("a template in `%s` is not read", "未读取用 `%s` 编写的模板", u.Detail),
			Text{En: "look at its open types and components yourself, or lint the build output too", Zh: "请人工检查其中的 open-type 和组件，或同时检查构建产物"}
	case "missing-pages":
		text := T("the page `%s` is listed, but no file of it is here", "清单列出了页面 `%s`，但找不到它的文件", u.Detail)
		if u.Count > 1 {
			text = T("the page `%s` and %s more are listed, but no file of them is here", "清单列出了页面 `%s` 等 %s 个页面，但找不到它们的文件", u.Detail, Both(strconv.Itoa(u.Count-1), strconv.Itoa(u.Count)))
		}
		return text, Text{En: "generate or fetch the missing sources, or lint the build output", Zh: "请先生成或补齐缺少的源码，或对构建产物执行检查"}
	case "web-view":
		return Text{En: "what the web page in this web-view asks for is not read", Zh: "未读取该 web-view 所打开网页中的申请"},
			Text{En: "check the page itself; list what it collects in the guideline", Zh: "请另行检查网页本身，并在隐私指引中列出其收集的信息"}
	case "loaded-code":
		return T("what `%s` loads is not in the package", "`%s` 加载的代码不在包内", u.Detail),
			Text{En: "find out from the provider of the plug-in what it collects, and list it in the guideline", Zh: "请向插件提供方了解其收集的信息，并在隐私指引中列出"}
	case "built-only":
		return Text{En: "only the built package is here; what its bundle asks for is in the inventory and was not judged", Zh: "这里只有构建后的包；其中代码的申请列入 inventory，但未作判定"},
			Text{En: "lint the source", Zh: "请对源码执行检查"}
	case "computed-manifest":
		return Text{En: "part of the manifest is made by code, which is not run", Zh: "清单的一部分由代码生成，代码不会被执行"},
			Text{En: "write permissions as literals, or lint the build output too", Zh: "权限相关字段请写成字面量，或同时检查构建产物"}
	case "plugin-placeholder":
		return T("the provider `%s` of a plug-in is a placeholder, not an id", "插件的 provider `%s` 是占位符，不是插件 ID", u.Detail),
			Text{En: "lint the manifest as it is built, and the plug-in's own code", Zh: "请对构建后的清单以及插件自身的代码执行检查"}
	case "not-utf8":
		return Text{En: "the file is not UTF-8; parts of it may be misread", Zh: "文件不是 UTF-8 编码，部分内容可能误读"},
			Text{En: "save the file as UTF-8", Zh: "将文件另存为 UTF-8 编码"}
	}
	return T("not analysed: %s", "未能分析：%s", u.What), literal
}

var skipText = map[string]Text{
	"too-large":  {En: "the file is too large to be analysed", Zh: "文件过大，未分析"},
	"unreadable": {En: "the file could not be read", Zh: "文件无法读取"},
	"symlink":    {En: "a symbolic link, not followed", Zh: "符号链接，未跟随"},
}
