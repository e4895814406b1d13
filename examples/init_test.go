package examples_test

import (
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"testing"
)

var initTrace = regexp.MustCompile(`init (github\.com/mplint/mplint/\S+|main) @.* (\d+) allocs`)

// TestInit: nothing is worked out before main that a command may not need. A
// pattern or a table that is made then costs more allocations than this.
func TestInit(t *testing.T) {
	cmd := exec.Command(mplint, "--version")
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatal(err)
	}
	packages := initTrace.FindAllStringSubmatch(string(out), -1)
	if len(packages) < 5 {
		t.Fatalf("no trace in\n%s", out)
	}
	for _, p := range packages {
		if n, err := strconv.Atoi(p[2]); err != nil || n > 50 {
			t.Errorf("%s, %v", p[0], err)
		}
	}
}
