package rule

import "github.com/mplint/mplint/lint/project"

// onceEach makes one finding of several requests for the same thing: own ones
// at the first call, those of a dependency once per package at the manifest.
type onceEach struct {
	pass  *Pass
	field string // of the manifest, where an entry would be added
	first map[string]*Finding
}

func (p *Pass) onceEach(field string) *onceEach { return &onceEach{p, field, map[string]*Finding{}} }

// at returns the finding for a request about a name, still to be worded and
// reported, or nil when there is one already, which then relates to it.
func (o *onceEach) at(r *project.Request, name string) *Finding {
	key := r.Package + "\x00" + name
	if f := o.first[key]; f != nil {
		f.Related = append(f.Related, Related{r.File, r.Range, Text{En: "also called here", Zh: "这里也有调用"}})
		return nil
	}
	f := at(r)
	if r.Origin != project.Own {
		call := Related{r.File, r.Range, Text{En: "called here", Zh: "调用处"}}
		f.File, f.Range, f.Pointer = o.pass.document(o.field).File, o.pass.listPlace(o.field), ""
		f.Related = []Related{call}
	}
	o.first[key] = f
	return f
}
