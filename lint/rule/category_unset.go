package rule

var categoryUnset = &Rule{
	ID:       "category-unset",
	Severity: Warning,
	Title:    Text{En: "the program's category is not set", Zh: "未设置小程序所属类别"},
	Sources:  []string{"cac-2021"},
	Check: func(p *Pass) {
		if len(p.Categories) > 0 {
			return
		}
		f := p.onProject()
		f.Message = Text{En: "no category is set, so requests are not compared with the necessary set", Zh: "未设置类别，无法比对必要个人信息范围"}
		f.Why = Text{
			En: "Article 5 lists the necessary personal information for each of 39 categories; which one applies follows the service, and only you can say it.",
			Zh: "第五条按 39 个类别分别列出必要个人信息；属于哪一类取决于小程序提供的基本功能服务，只能由你来确定。",
		}
		f.Help = Text{
			En: "choose one: `mplint categories --search WORD` finds it, `mplint explain CATEGORY` shows what it lists, `mplint init` writes it to .mplint.json",
			Zh: "选择类别：`mplint categories --search 关键词` 查找，`mplint explain 类别` 查看列出的信息，`mplint init` 写入 .mplint.json",
		}
		f.Citations = []Citation{{"cac-2021", "5"}}
		p.Report(f)
	},
}
