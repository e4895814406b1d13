package main

import (
	"flag"
	"fmt"
	"os"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

var update = flag.Bool("update", false, "write what commands print into the scripts")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"mplint": main})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: *update,
		Setup: func(env *testscript.Env) error {
			env.Setenv("LANG", "C.UTF-8")
			env.Setenv("ESC", "\x1b")
			return os.Mkdir(env.WorkDir+"/.git", 0o755) // configs are looked for up to here
		},
		Condition: func(name string) (bool, error) {
			if name != "root" {
				return false, fmt.Errorf("unknown condition %q", name)
			}
			return os.Geteuid() == 0, nil // whom no permission stops
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"code": code, "schema": schema, "same": same, "pack": pack, "cut": cut, "schemas": schemas,
		},
	})
}

// code runs mplint and compares its exit code: code 2 mplint --nope.
func code(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	if exit, ok := err.(interface{ ExitCode() int }); ok {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// schema validates a file or "stdout": schema output.schema.json stdout.
func schema(ts *testscript.TestScript, neg bool, args []string) {
	s, err := compiled(args[0])
	ts.Check(err)
	v, err := jsonschema.UnmarshalJSON(reader(ts.ReadFile(args[1])))
	ts.Check(err)
	if err := s.Validate(v); (err != nil) != neg {
		ts.Fatalf("%s: %v", args[1], err)
	}
}

// same runs mplint twice and compares all bytes: same mplint -f json.
func same(ts *testscript.TestScript, _ bool, args []string) {
	_ = ts.Exec(args[0], args[1:]...)
	first := ts.ReadFile("stdout") + "\x00" + ts.ReadFile("stderr")
	_ = ts.Exec(args[0], args[1:]...)
	if second := ts.ReadFile("stdout") + "\x00" + ts.ReadFile("stderr"); first != second {
		ts.Fatalf("two runs differ:\n%s\n%s", first, second)
	}
	if len(first) < 2 {
		ts.Fatalf("nothing was printed")
	}
}
