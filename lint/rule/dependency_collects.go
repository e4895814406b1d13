package rule

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/mplint/mplint/lint/project"
)

var dependencyCollects = &Rule{
	ID:       "dependency-collects",
	Severity: Warning,
	Title:    Text{En: "a package asks for data that the category does not list as necessary", Zh: "依赖包申请了本类别必要个人信息范围之外的数据"},
	Sources:  []string{"cac-2021", "violations-2019", "wechat-interface-apply"},
	Check: func(p *Pass) {
		groups := map[collects][]*project.Request{}
		p.decided(func(r *project.Request, _ Severity) {
			if r.Origin != project.Dependency && r.Origin != project.Framework {
				return
			}
			for _, t := range Judge(r, p.Allowance, p.Config, p.Project.Root).Beyond {
				key := collects{r.Package, t}
				groups[key] = append(groups[key], r)
			}
		})
		for key, requests := range groups {
			p.dependency(requests, key.dataType)
		}
	},
}

// collects is what findings are grouped by.
type collects struct{ pkg, dataType string }

// dependency reports what one package does about one data type, at the first
// place that a page reaches.
func (p *Pass) dependency(requests []*project.Request, dataType string) {
	first := requests[max(0, slices.IndexFunc(requests, isReachable))]
	f := at(first)
	f.DataTypes = []string{dataType}
	f.Message = T("%s %s %s%s, which is not in the necessary set of %s", "%s%s%s%s，不属于%s的必要个人信息",
		p.packageText(first), verb(f.Request), dataTypeNames(f.DataTypes), placesText(requests), p.categoryNames())
	if f.Unreachable {
		f.Message = T("%s; no page of yours reaches it", "%s；没有页面用到它", f.Message)
	}
	f.Why = Text{
		En: p.listed("en") + " It does not matter who wrote the code: what embedded third-party code collects has to be listed too, with its purpose, way and scope.",
		Zh: p.listed("zh") + "代码由谁编写并不影响：嵌入的第三方代码收集个人信息的目的、方式、范围，同样要逐一列出。",
	}
	f.Help = p.dependencyHelp(f, requests)
	f.Related = otherCapabilities(first, requests)
	p.cite(f)
	f.Citations = append(f.Citations, Citation{"violations-2019", "2(1)"})
	p.Report(f)
}

func isReachable(r *project.Request) bool { return r.Reachable }

// packageText names the package of a request, with its version where it is
// known.
func (p *Pass) packageText(r *project.Request) Text {
	switch {
	case r.Package == "":
		return Text{En: "the framework", Zh: "框架运行时代码"}
	case strings.HasSuffix(r.File.Path, r.Package):
		return T("minified file `%s`", "压缩文件 `%s` ", r.Package)
	}
	name := project.PackageName(r.Package)
	if version := p.Project.Packages[r.Package]; version != "" {
		name += "@" + version
	}
	return T("package `%s`", "依赖包 `%s` ", name)
}

// placesText says in how many places a package asks, where there are several.
func placesText(requests []*project.Request) Text {
	places := map[string]bool{}
	for _, r := range requests {
		places[fmt.Sprint(r.File.Path, r.Range)] = true
	}
	if len(places) == 1 {
		return Text{}
	}
	return T(" in %d places", "（%d 处）", len(places))
}

// otherCapabilities returns the first place of every other capability of a
// group, at most five.
func otherCapabilities(first *project.Request, requests []*project.Request) []Related {
	seen := map[string]bool{callName(first.Capability.Name): true}
	var out []Related
	for _, r := range requests {
		if name := callName(r.Capability.Name); !seen[name] && len(out) < mostRelated {
			seen[name] = true
			out = append(out, Related{r.File, r.Range, T("also `%s`", "还有 `%s`", callName(shown(r.Capability)))})
		}
	}
	return out
}

func (p *Pass) dependencyHelp(f *Finding, requests []*project.Request) Text {
	if f.Unreachable {
		folders := Both(quote(foldersOf(requests)), quoteZh(foldersOf(requests)))
		return T("%s can be dropped: remove the package, or leave the folder out of the upload", "%s 可以去掉：删除该依赖包，或在上传时排除该目录", folders)
	}
	return T("drop the component or package if nothing needs it; if a feature does, keep it optional and declare `%s` under \"optional\" in .mplint.json with its purpose; where the platform's review asks about an interface that the program never calls, state that it is not used",
		"用不到就去掉该组件或依赖包；确有功能需要的，做成可选，并在 .mplint.json 的 \"optional\" 里为 `%s` 写明用途；提审时平台问到、而程序从不调用的接口，如实声明未使用", f.DataTypes[0])
}

// foldersOf returns the folders of a group, at most three.
func foldersOf(requests []*project.Request) []string {
	var folders []string
	for _, r := range requests {
		if dir := path.Dir(r.File.Path); !slices.Contains(folders, dir) && len(folders) < 3 {
			folders = append(folders, dir)
		}
	}
	return folders
}
