package rule

import (
	"slices"

	"github.com/mplint/mplint/lint/lock"
	"github.com/mplint/mplint/lint/project"
)

// LockDrift is the id of the rule that only runs against a lock file.
const LockDrift = "lock-drift"

var lockDrift = &Rule{
	ID:       LockDrift,
	Severity: Error,
	Title:    Text{En: "a data type, interface or third party that is not in the lock file", Zh: "锁定文件中没有的数据类型、接口或第三方"},
	Sources:  []string{"violations-2019"},
	Check: func(p *Pass) {
		if p.lock == nil {
			return
		}
		locked := p.lock.File.Find(p.lock.Root, p.Project.Platform.ID)
		if locked == nil {
			p.newProject()
			return
		}
		named := p.newThirdParties(locked)
		p.newCapabilities(locked, named)
		p.newFields(locked)
	},
}

// Lock is the lock file that a project is compared with.
type Lock struct {
	File *lock.File
	Root string // the project's, as the file names it
}

func (p *Pass) drifted(f *Finding, message Text) {
	f.Message = message
	f.Why = Text{
		En: "The lock file is what the program was agreed to collect, and what its privacy guide was written from. Collecting more without telling users may be counted as not stating the purpose, manner and scope.",
		Zh: "锁定文件记录的是已确认的收集范围，隐私政策也以它为准。收集范围变化而未告知用户，可被认定为“未明示收集使用个人信息的目的、方式和范围”。",
	}
	f.Help = T("if it is meant: name it in the %s with its purpose, run `mplint lock` and commit %s; if not: take it out",
		"确有需要的，先在%s中写明用途，再运行 `mplint lock` 并提交 %s；不需要的，去掉这处收集", p.guideName(), lock.FileName)
	f.Citations = []Citation{{"violations-2019", "2(2)"}}
	p.Report(f)
}

func (p *Pass) newProject() {
	p.drifted(p.onProject(), T("%s lists no project `%s` for %s", "%s 中没有项目 `%s`（%s）",
		lock.FileName, p.lock.Root, Both(p.Project.Platform.NameEn, p.Project.Platform.NameZh)))
}

// newThirdParties reports those that are not listed, and returns the names of
// the packages among them: what these ask for is said with them.
func (p *Pass) newThirdParties(locked *lock.Project) map[string]bool {
	named := map[string]bool{}
	for _, t := range lock.ThirdParties(p.Project) {
		if locked.Has(t.Kind, t.Name) {
			continue
		}
		for _, r := range t.Requests {
			named[lock.OriginOf(r)] = true
		}
		p.newThirdParty(t)
	}
	return named
}

func (p *Pass) newThirdParty(t *lock.Taken) {
	calls, types := usedBy(t.Requests)
	var f *Finding
	var name Text
	switch {
	case t.SDK != nil:
		f = &Finding{File: t.SDK.File, Range: t.SDK.Range}
		name, types = T("the SDK %s", "SDK %s", Both(t.SDK.SDK.NameEn, t.SDK.SDK.NameZh)), merged(types, t.SDK.SDK.DataTypes)
	case t.Plugin != nil:
		f = onValue(p.Project.Manifest, t.Plugin.Provider)
		name = T("the plug-in `%s` (%s)", "插件 `%s`（%s）", t.Plugin.Name, t.Name)
		if t.Plugin.SDK != nil {
			types = merged(types, t.Plugin.SDK.DataTypes)
		}
	default:
		f = at(firstReachable(t.Requests))
		name = T("the package `%s`", "依赖包 `%s` ", t.Name)
	}
	f.Origin, f.DataTypes = string(project.Dependency), types
	message := T("%s is not in %s", "%[2]s 中没有%[1]s", name, lock.FileName)
	if len(calls) > 0 {
		message = T("%s; it uses %s", "%s；它使用了 %s", message, Both(quote(calls), quoteZh(calls)))
	}
	if len(types) > 0 {
		message = T("%s; data: %s", "%s；涉及：%s", message, dataTypeNames(types))
	}
	p.drifted(f, message)
}

// usedBy returns what requests name and the data types behind it, each once.
func usedBy(requests []*project.Request) (calls, types []string) {
	for _, r := range requests {
		calls = merged(calls, []string{shown(r.Capability)})
		types = merged(types, r.DataTypes)
	}
	return calls, types
}

func merged(list, more []string) []string {
	for _, s := range more {
		if !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}

func firstReachable(requests []*project.Request) *project.Request {
	return requests[max(0, slices.IndexFunc(requests, isReachable))]
}

// newCapabilities reports each interface that is not listed at its first
// place, and each data type that a listed one collects and nothing listed does.
func (p *Pass) newCapabilities(locked *lock.Project, named map[string]bool) {
	seen := map[string]bool{}
	for _, r := range p.reachableFirst() {
		origin := lock.OriginOf(r)
		if !lock.Listed(r) || named[origin] || seen[origin+"\x00"+r.Capability.Name] {
			continue
		}
		types := slices.DeleteFunc(slices.Clone(r.DataTypes), locked.Collects)
		known := locked.Capability(r.Capability.Name, origin)
		if known != nil && len(types) == 0 {
			continue
		}
		seen[origin+"\x00"+r.Capability.Name] = true
		p.newCapability(r, known == nil, types)
	}
}

// newCapability reports a request; types are those of its data types that
// nothing listed collects.
func (p *Pass) newCapability(r *project.Request, isNew bool, types []string) {
	name := T("`%s`", " `%s` ", shown(r.Capability))
	if r.Origin != project.Own {
		name = T("`%s` of the package `%s`", "依赖包 `%[2]s` 的 `%[1]s` ", shown(r.Capability), lock.OriginOf(r))
	}
	f := at(r)
	switch {
	case !isNew:
		f.DataTypes = types
		p.drifted(f, T("%s now collects a data type that is not in %[3]s: %[2]s", "%[1]s新增收集了 %[3]s 中没有的数据类型：%[2]s", name, dataTypeNames(types), lock.FileName))
	case len(types) > 0:
		p.drifted(f, T("%s is not in %s; it collects a new data type: %s", "%[2]s 中没有%[1]s；新增收集的数据类型：%[3]s", name, lock.FileName, dataTypeNames(types)))
	default:
		p.drifted(f, T("%s is not in %s; it collects: %s", "%[2]s 中没有%[1]s；它收集：%[3]s", name, lock.FileName, dataTypeNames(r.DataTypes)))
	}
}

func (p *Pass) newFields(locked *lock.Project) {
	seen := map[string]bool{}
	for _, field := range p.Project.Fields {
		if seen[field.DataType] || locked.Field(field.DataType) != nil {
			continue
		}
		seen[field.DataType] = true
		f := &Finding{File: field.File, Range: field.Range, DataTypes: []string{field.DataType}, Unreachable: !field.Reachable}
		p.drifted(f, T("the form field \"%s\" asks for %s; %s lists no form field that does", "表单项“%s”收集%s，%s 中没有这类表单项",
			field.Label, dataTypeNames(f.DataTypes), lock.FileName))
	}
}
