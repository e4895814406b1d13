package report

import (
	"fmt"
	"strings"

	"github.com/mplint/mplint/lint/inventory"
)

// blank stands for what only the developer can write.
const blank = "【待填写】"

// sentence is an entry of a guide as the platform words it, with the purposes
// that somebody wrote. It is Chinese in every language of the report: that is
// what is filled in.
func sentence(g *inventory.Guide, i *inventory.Item) string {
	purpose, words := blank, i.Words
	if len(i.Purposes) > 0 {
		purpose = strings.Join(i.Purposes, "；")
	}
	if i.Row != nil && !i.Row.HasAPI {
		words = "收集你的" + words // the platform names the type only
	}
	switch {
	case g.Project.Platform.ID != "wechat":
		return fmt.Sprintf("%s，用途：%s", words, purpose)
	case i.Row != nil && i.Row.Consent:
		return fmt.Sprintf("为了%s，开发者将在获取你的明示同意后，%s。", strings.TrimPrefix(purpose, "用于"), words)
	}
	return fmt.Sprintf("开发者%s，用于%s。", words, strings.TrimPrefix(purpose, "用于"))
}

// guideSection is one part of a draft.
type guideSection struct {
	title string
	items []*inventory.Item
}

// guideSections are the parts that hold entries: WeChat's guide has one, the
// form of Alipay several.
func guideSections(g *inventory.Guide) []guideSection {
	if len(g.Sections) == 0 && len(g.Items) > 0 {
		return []guideSection{{"开发者处理的信息", g.Items}}
	}
	var list []guideSection
	for _, s := range g.Sections {
		part := guideSection{title: fmt.Sprintf("%s（%s）", s.Zh, s.Field)}
		for _, i := range g.Items {
			if i.Section == s.ID {
				part.items = append(part.items, i)
			}
		}
		if s.Max > 0 && len(part.items) > s.Max {
			part.title += fmt.Sprintf("：最多 %d 项，请合并", s.Max)
		}
		if len(part.items) > 0 {
			list = append(list, part)
		}
	}
	return list
}

func thirdPartiesOf(g *inventory.Guide, kind inventory.Kind) []*inventory.ThirdParty {
	var list []*inventory.ThirdParty
	for _, t := range g.ThirdParties {
		if t.Kind == kind {
			list = append(list, t)
		}
	}
	return list
}

// thirdPartyTitle is the heading that the platform gives to third parties.
func thirdPartyTitle(g *inventory.Guide, kind inventory.Kind) string {
	for _, s := range g.Sections {
		if s.ID == string(kind) {
			return fmt.Sprintf("%s（%s）", thirdPartyNames[kind], s.Field)
		}
	}
	return thirdPartyNames[kind] + "信息"
}

var thirdPartyNames = map[inventory.Kind]string{inventory.Plugin: "第三方插件", inventory.SDK: "第三方 SDK"}

// thirdPartyLines is the entry of a third party: name, provider, what it
// collects, its policy.
func thirdPartyLines(t *inventory.ThirdParty) []string {
	label, vendor := "SDK 名称", t.Vendor
	if t.Kind == inventory.Plugin {
		label = "插件名称"
	}
	if vendor == "" {
		vendor = blank
	}
	lines := []string{fmt.Sprintf("%s：%s", label, t.NameZh), fmt.Sprintf("提供方名称：%s", vendor)}
	if t.Kind == inventory.Plugin {
		lines[0] += "（" + t.ID + "）"
	}
	var types []string
	for _, id := range t.DataTypes {
		types = append(types, inventory.TypeName(id, "zh"))
	}
	if len(types) == 0 {
		types = []string{blank + "（未找到提供方的说明）"}
	}
	lines = append(lines, "处理的信息："+strings.Join(types, "、"), "用途："+blank)
	if t.PrivacyURL != "" {
		lines = append(lines, "隐私政策："+t.PrivacyURL)
	}
	return lines
}
