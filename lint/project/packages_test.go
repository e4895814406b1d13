package project

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

func TestPackageName(t *testing.T) {
	for pkg, want := range map[string]string{
		"miniprogram_npm/@vant/weapp":      "@vant/weapp",
		"sub/miniprogram_npm/dayjs":        "dayjs",
		"uni_modules/uni-ui":               "uni-ui",
		"miniprogram_npm/a/node_modules/b": "b",
		"lib/vant":                         "lib/vant",
		"utils/qqmap-wx-jssdk.min.js":      "utils/qqmap-wx-jssdk.min.js",
		"miniprogram_npm":                  "miniprogram_npm",
		"":                                 "",
	} {
		if got := PackageName(pkg); got != want {
			t.Errorf("%q: %q, want %q", pkg, got, want)
		}
	}
}

func TestPackageVersions(t *testing.T) {
	const ask = " --\nwx.startRecord()\n"
	cases := []struct{ name, tree, want string }{
		{"its own package.json", "-- miniprogram_npm/a/package.json --\n{ \"version\": \"1.2.3\" }\n-- miniprogram_npm/a/index.js" + ask, "miniprogram_npm/a 1.2.3"},
		{"a uni-app module", "-- uni_modules/a/package.json --\n{ \"version\": \"0.1.0\" }\n-- uni_modules/a/js/index.js" + ask, "uni_modules/a 0.1.0"},
		{"a range of the project", "-- package.json --\n{ \"dependencies\": { \"@b/c\": \"^4.0.0\" } }\n-- miniprogram_npm/@b/c/index.js" + ask, "miniprogram_npm/@b/c ^4.0.0"},
		{"a range of its development", "-- package.json --\n{ \"devDependencies\": { \"d\": \"~5.0\" } }\n-- miniprogram_npm/d/index.js" + ask, "miniprogram_npm/d ~5.0"},
		{"the installed one", "-- package.json --\n{ \"dependencies\": { \"d\": \"^5.0.0\" } }\n-- node_modules/d/package.json --\n{ \"version\": \"5.1.2\" }\n-- miniprogram_npm/d/index.js" + ask, "miniprogram_npm/d 5.1.2"},
		{"the nearest one", "-- package.json --\n{ \"dependencies\": { \"d\": \"1\" } }\n-- sub/package.json --\n{ \"dependencies\": { \"d\": \"2\" } }\n-- sub/miniprogram_npm/d/index.js" + ask, "sub/miniprogram_npm/d 2"},
		{"beyond one that does not name it", "-- package.json --\n{ \"dependencies\": { \"d\": \"1\" } }\n-- sub/package.json --\n{ \"dependencies\": {} }\n-- sub/miniprogram_npm/d/index.js" + ask, "sub/miniprogram_npm/d 1"},
		{"not written down", "-- miniprogram_npm/d/index.js" + ask + "-- lib/vant/x.js" + ask + "-- own.js" + ask, ""},
		{"no string", "-- package.json --\n{ \"dependencies\": { \"d\": 1 } }\n-- miniprogram_npm/d/index.js" + ask, ""},
		{"a broken package.json", "-- package.json --\n{ \"dependencies\": [\n-- miniprogram_npm/d/index.js" + ask, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := load(t, plant(t, "-- .git/HEAD --\n"+minimal+c.tree), LoadOptions{})[0]
			var got []string
			for _, pkg := range slices.Sorted(maps.Keys(p.Packages)) {
				got = append(got, fmt.Sprint(pkg, " ", p.Packages[pkg]))
			}
			check(t, strings.Join(got, "\n"), c.want)
		})
	}
}
