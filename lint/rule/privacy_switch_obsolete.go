package rule

import (
	"slices"
	"strconv"
	"strings"

	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/project"
)

var privacySwitchObsolete = &Rule{
	ID:        "privacy-switch-obsolete",
	Severity:  Info,
	Platforms: []string{"wechat"},
	Title:     Text{En: "a privacy switch without effect, or a base library without the privacy interfaces", Zh: "已失效的隐私开关，或过低的基础库版本"},
	Sources:   []string{"wechat-privacy-authorize", "wechat-project-config"},
	Check: func(p *Pass) {
		for _, facts := range p.Project.Platform.Manifest().PrivacySwitch {
			if facts.ObsoleteSince == "" || facts.Uncertain || facts.File != p.manifestName() {
				continue
			}
			if n := p.Project.Manifest.Root.Get(facts.Field); n != nil {
				p.obsoleteSwitch(n, &facts)
			}
		}
		p.oldLibrary()
	},
}

func (p *Pass) obsoleteSwitch(n *manifest.Node, facts *platform.PrivacySwitch) {
	f := onManifest(p.Project.Manifest, n)
	f.Message = T("`%s` has no effect any more (since %s, by WeChat's documentation)", "`%s` 已不起作用（官方文档：自 %s 起）", facts.Field, facts.ObsoleteSince)
	f.Why = Text{En: "The privacy check is on whatever the value, so the entry neither turns it on nor off.", Zh: "无论取值如何，隐私检查都会生效，既不能靠它打开，也不能靠它关闭。"}
	f.Help = Text{En: "remove it", Zh: "删除即可"}
	f.Citations = []Citation{{"wechat-privacy-authorize", ""}}
	p.Report(f)
}

// oldLibrary reports a base library, set for the developer tool, that does not
// have the consent interfaces that the program uses.
func (p *Pass) oldLibrary() {
	set := p.Project.LibVersion
	if set.Node == nil {
		return
	}
	for _, r := range p.reachableFirst() {
		if r.Origin != project.Own || r.Capability.Access != "consent" {
			continue
		}
		since := p.consentSince(r.Capability)
		if since == "" || !older(set.Node.Text, since) {
			continue
		}
		f := onValue(set.Document, set.Node)
		f.Message = T("base library %s does not have `%s`, which needs %s", "基础库 %s 没有 `%s`，该能力需要 %s 及以上版本", set.Node.Text, shown(r.Capability), since)
		f.Why = Text{En: "The developer tool runs the program with this library: there the call does not exist, and nothing is blocked or asked before the user agrees.", Zh: "开发者工具用这个版本运行小程序：接口不存在，用户同意之前的调用也不会被拦截，看不到真实效果。"}
		f.Help = T("set `%s` to %s or later", "把 `%s` 改为 %s 或更高版本", set.Node.Key, since)
		f.Related = []Related{{r.File, r.Range, Text{En: "used here", Zh: "使用处"}}}
		f.Citations = []Citation{{"wechat-privacy-authorize", ""}}
		p.Report(f)
		return
	}
}

// consentSince is the first base library with a capability of the platform's
// consent mechanism, or "".
func (p *Pass) consentSince(c *platform.Capability) string {
	apis := p.Project.Platform.Reference().ConsentAPIs
	i := slices.IndexFunc(apis, func(a platform.ConsentAPI) bool {
		return a.API == c.Name || c.Kind == platform.OpenType && a.API == plainOpenType(c)
	})
	if i < 0 || apis[i].Since == nil {
		return ""
	}
	return apis[i].Since.BaseLibrary
}

// plainOpenType is how the facts write an open type: button open-type=x.
func plainOpenType(c *platform.Capability) string {
	return c.Match.Element + " " + c.Match.Attr + "=" + strings.Join(c.Match.Values, "|")
}

// older compares two versions, "2.9.4" and "2.32.3"; what is no plain version,
// such as "latest", is not older.
func older(version, than string) bool {
	a, b := strings.Split(version, "."), strings.Split(than, ".")
	for i := range b {
		want, _ := strconv.Atoi(b[i])
		have := 0
		if i < len(a) {
			n, err := strconv.Atoi(a[i])
			if err != nil {
				return false
			}
			have = n
		}
		if have != want {
			return have < want
		}
	}
	return false
}
