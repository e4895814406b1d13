package project

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

func TestNamed(t *testing.T) {
	var base strings.Builder
	for _, e := range []string{"view", "text", "image", "form", "label", "input", "slider", "ad", "camera", "live-pusher"} {
		base.WriteString("<template name=\"t_" + e + "\"><" + e + "/></template>\n")
	}
	cases := []struct{ name, script, want string }{
		{"nothing", "Page({})", ""},
		{"a string", "h('camera')", "camera"},
		{"another quote", "h(`live-pusher`) + h(\"camera\")", "camera live-pusher"},
		{"a member", "h(c.LivePusher)", "live-pusher"},
		{"a comparison", "if (x === c.Camera) f(c.LivePusher == y)", "camera live-pusher"},
		{"a comment inside", "h(c. /* from the runtime */ LivePusher /* = */)", "live-pusher"},
		{"nothing but a comment", "/* c.LivePusher */ // 'camera'\nh('', '-')", ""},
		{"an export", "exports.Camera = x; exports.LivePusher=y", ""},
		{"a longer member", "c.CameraContext.LivePushers", ""},
		{"an index", "['view','text','image','form','label','input','camera']", ""},
		{"an index and a use", "['view','text','image','form','label','input','camera']; h(c.Camera)", "camera"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			dir := plant(t, minimal+"-- base.wxml --\n"+base.String())
			put(t, dir, "p.js", []byte(c.script))
			named := load(t, dir, LoadOptions{})[0].Named
			check(t, strings.Join(slices.Sorted(maps.Keys(named)), " "), c.want)
		})
	}
}

func TestIsBaseTemplate(t *testing.T) {
	const tree = "-- unpackage/p.wxml --\n<camera/>\n-- o.wxml --\n<camera/>\n-- p.ts --\n-- p.js --\nwx.startRecord()\n"
	for _, r := range load(t, plant(t, minimal+tree), LoadOptions{})[0].Requests {
		if r.IsBaseTemplate() {
			t.Errorf("%s in %s: taken for a base template", r.Capability.Name, r.File.Path)
		}
	}
}
