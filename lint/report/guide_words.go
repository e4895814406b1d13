package report

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/mplint/mplint/lint/inventory"
	"github.com/mplint/mplint/lint/platform"
)

// blank stands for what only the developer can write.
const blank = "【待填写】"

// verbs begin the words of a row that says what is done with the data.
var verbs = []string{"收集", "访问", "使用", "调用", "读取"}

// sentence is an entry of a guide as the platform words it, with the purposes
// that somebody wrote. It is Chinese in every language of the report: that is
// what is filled in.
func sentence(g *inventory.Guide, i *inventory.Item) string {
	purpose, words := blank, i.Words
	if len(i.Purposes) > 0 {
		purpose = phrases(i.Purposes)
	}
	isPhrase := func(verb string) bool { return strings.HasPrefix(words, verb) }
	if g.Project.Platform.ID == "wechat" && !slices.ContainsFunc(verbs, isPhrase) {
		words = "收集你的" + words // the platform names the type only
	}
	sentences := g.Project.Platform.Reference().GuideSentences
	text := sentences[len(sentences)-1].Text
	for _, s := range sentences {
		if i.Row != nil && i.Row.Consent && s.Consent {
			text = s.Text
		}
	}
	return strings.NewReplacer("<words>", words, "<purpose>", purpose).Replace(text)
}

// phrases are the purposes as they fit into a sentence that begins with
// "为了" or holds "用于". Many a purpose in a manifest is a sentence of its
// own: "你的位置信息将用于展示附近的门店".
func phrases(purposes []string) string {
	var list []string
	for _, text := range purposes {
		text = strings.TrimRight(text, "。；.; ")
		if lead, rest, found := strings.Cut(text, "用于"); found && rest != "" && namesData().MatchString(lead) {
			text = rest
		}
		list = append(list, strings.TrimPrefix(text, "为了"))
	}
	return strings.Join(list, "；")
}

// namesData matches what may stand before the "用于" that begins what a purpose
// says: nothing, or the data itself: "获取您的地理位置信息，".
var namesData = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile("^([^。；]{0,8}(位置|定位|信息|数据|权限)[^。；]{0,4})?$")
})

// guideSection is one part of a draft.
type guideSection struct {
	title string
	items []*inventory.Item
}

// guideSections are the parts that hold entries.
func guideSections(g *inventory.Guide) []guideSection {
	var list []guideSection
	for _, s := range g.Sections {
		part := guideSection{title: sectionTitle(s)}
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

func sectionTitle(s platform.GuideSection) string {
	if s.Field != "" {
		return fmt.Sprintf("%s（%s）", s.Zh, s.Field)
	}
	return s.Zh
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
	i := slices.IndexFunc(g.Sections, func(s platform.GuideSection) bool { return s.ID == string(kind) })
	return sectionTitle(g.Sections[i])
}

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
