//go:build packaging

package packaging_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestAction runs the scripts of the GitHub Action on a bad and on a good
// program.
func TestAction(t *testing.T) {
	temp := t.TempDir()
	run := func(step, dir string, env ...string) (string, int) {
		t.Helper()
		cmd := exec.Command("bash", "-eo", "pipefail", "-c", actionScript(t, step))
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), append(env, "GITHUB_ACTION_PATH="+filepath.Join(root, ".github/actions/mplint"), "RUNNER_TEMP="+temp)...)
		out, _ := cmd.CombinedOutput()
		return string(out), cmd.ProcessState.ExitCode()
	}
	for ref, want := range map[string]string{"": "mplint version dev (", "main": "mplint version main (", "v1.2.3": "mplint version 1.2.3 ("} {
		if out, code := run("build mplint", root, "CGO_ENABLED=0", "REF="+ref); code != 0 || !strings.HasPrefix(out, want) {
			t.Errorf("ref %q: exit code %d, got %s", ref, code, out)
		}
	}
	for program, want := range map[string]int{"wechat-food-delivery": 1, "wechat-shop-clean": 0} {
		dir := t.TempDir()
		if err := os.CopyFS(dir, os.DirFS(filepath.Join(root, "examples", program))); err != nil {
			t.Fatal(err)
		}
		if out, code := run("lint", dir, "PATHS=.", "FAIL_ON=error"); code != want || (want == 1) != strings.Contains(out, "scope-beyond-category") {
			t.Errorf("%s: exit code %d, want %d: %s", program, code, want, out)
		}
		if out, code := run("write SARIF", dir, "PATHS=.", "FAIL_ON=error"); code != 0 {
			t.Errorf("%s: exit code %d: %s", program, code, out)
		}
		sarif, err := os.ReadFile(filepath.Join(dir, "mplint.sarif"))
		if err != nil || (want == 1) != strings.Contains(string(sarif), `"ruleId"`) {
			t.Errorf("%s: %v, %s", program, err, sarif)
		}
	}
}

// actionScript is what a step of the action runs.
func actionScript(t *testing.T, name string) string {
	t.Helper()
	action, err := os.ReadFile(filepath.Join(root, ".github/actions/mplint/action.yml"))
	if err != nil {
		t.Fatal(err)
	}
	_, step, _ := strings.Cut(string(action), "    - name: "+name+"\n")
	step, _, _ = strings.Cut(step, "\n    - ")
	_, script, ok := strings.Cut(step, "      run: |\n")
	if !ok {
		t.Fatalf("no script in the step %q", name)
	}
	return script
}
