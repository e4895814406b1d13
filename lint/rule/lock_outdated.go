package rule

import (
	"slices"

	"github.com/mplint/mplint/lint/lock"
	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/source"
)

// Outdated returns what a lock file lists and the programs, as they are now,
// no longer have: one finding of severity info for each line.
func Outdated(file *lock.File, now []*lock.Project) []*Finding {
	o := &outdated{file: file}
	for _, locked := range file.Projects {
		o.project = locked
		if i := slices.IndexFunc(now, func(p *lock.Project) bool { return p.Root == locked.Root && p.Platform == locked.Platform }); i >= 0 {
			o.compare(now[i])
		} else {
			o.report(locked.Range, T("the project `%s` (%s) is no longer there", "项目 `%s`（%s）已经不存在", locked.Root, locked.Platform))
		}
	}
	return o.findings
}

type outdated struct {
	file     *lock.File
	project  *lock.Project
	findings []*Finding
}

func (o *outdated) report(at source.Range, message Text) {
	o.findings = append(o.findings, &Finding{
		Rule: LockDrift, Severity: Info, Confidence: High, File: o.file.Source, Range: at, Message: message,
		Why:     Text{En: "A line for what is gone would let it come back unseen.", Zh: "已去掉的条目留在锁定文件里，以后再加回来就不会被发现。"},
		Help:    T("run `mplint lock` and commit %s", "运行 `mplint lock` 并提交 %s", lock.FileName),
		Project: o.project.Root, Platform: o.project.Platform, Origin: string(project.Own),
	})
}

func (o *outdated) compare(now *lock.Project) {
	for _, c := range o.project.Capabilities {
		switch {
		case c.Name == lock.FormField && len(c.DataTypes) == 1:
			if now.Field(c.DataTypes[0]) == nil {
				o.report(c.Range, T("no form field asks for %s any more", "已没有收集%s的表单项", dataTypeNames(c.DataTypes)))
			}
		case now.Capability(c.Name, c.Origin) == nil:
			o.report(c.Range, T("`%s` (%s) is no longer used", "`%s`（%s）已不再使用", c.Name, c.Origin))
		case slices.ContainsFunc(c.DataTypes, func(t string) bool { return !now.Collects(t) }):
			gone := slices.DeleteFunc(slices.Clone(c.DataTypes), now.Collects)
			o.report(c.Range, T("`%s` (%s) no longer collects %s", "`%s`（%s）已不再收集%s", c.Name, c.Origin, dataTypeNames(gone)))
		}
	}
	for _, t := range o.project.ThirdParties {
		if !now.Has(t.Kind, t.Name) {
			o.report(t.Range, T("the %s `%s` is no longer used", "%s `%s` 已不再使用", kindName(t.Kind), t.Name))
		}
	}
	o.comparePurposes(now)
}

func (o *outdated) comparePurposes(now *lock.Project) {
	for _, u := range o.project.Purposes {
		if text, ok := now.Purpose(u.For); !ok {
			o.report(u.Range, T("no purpose is given for `%s` any more", "`%s` 已不再写明用途", u.For))
		} else if text != u.Text {
			o.report(u.Range, T("the purpose of `%s` now reads \"%s\"", "`%s` 的用途已改为“%s”", u.For, text))
		}
	}
	for _, u := range now.Purposes {
		if _, ok := o.project.Purpose(u.For); !ok {
			o.report(o.project.Range, T("the purpose of `%s`, \"%s\", is not listed", "`%s` 的用途“%s”还没有写入", u.For, u.Text))
		}
	}
}

func kindName(kind string) Text {
	switch kind {
	case "plugin":
		return Text{En: "plug-in", Zh: "插件"}
	case "sdk":
		return Text{En: "SDK", Zh: "SDK"}
	}
	return Text{En: "package", Zh: "依赖包"}
}
