package project

import (
	"fmt"
	"strings"
	"testing"
)

// TestLiteralsEnd: lists of lists of lists, in one script or in modules that
// import each other whole, are given up, and the rest of the manifest is read.
func TestLiteralsEnd(t *testing.T) {
	config := func(before, list string) string {
		return "-- src/app.tsx --\n-- src/a/a.tsx --\n-- src/app.config.ts --\n" + before + "export default defineAppConfig({ pages: ['a/a'], permission: { 'scope.userLocation': { desc: 'x' } }, requiredPrivateInfos: " + list + " })\n"
	}
	var lists strings.Builder
	for i := range maxFollow {
		fmt.Fprintf(&lists, "const l%d = [%s]\n", i, strings.Repeat(fmt.Sprintf("l%d, ", i+1), 100))
	}
	var names strings.Builder
	for i := range 50 {
		fmt.Fprintf(&names, "export const a%d = one, b%d = one\n", i, i)
	}
	other := names.String()
	for name, tree := range map[string]string{
		"lists":   config(lists.String(), "l0"),
		"modules": config("import * as one from './one'\n", "one.a0") + "-- src/one.ts --\nimport * as one from './two'\n" + other + "-- src/two.ts --\nimport * as one from './one'\n" + other,
		"names":   config("import { a } from './one'\n", "a") + "-- src/one.ts --\nexport { a } from './two'\nimport { b } from './two'\nexport const a = b\n-- src/two.ts --\nimport { a } from './one'\nexport const b = a\n",
	} {
		t.Run(name, func(t *testing.T) {
			dir := plant(t, tree)
			p := load(t, dir, LoadOptions{Dir: dir})[0]
			if len(p.Requests) != 1 || p.Requests[0].Scope != "scope.userLocation" {
				t.Errorf("%d requests", len(p.Requests))
			}
		})
	}
}
