// Command bench times mplint beside the tools that people would otherwise use,
// on the same files, in one run. It needs hyperfine; ripgrep and the peers from
// npm take part where they are installed:
//
//	npm install --prefix DIR oxlint @biomejs/biome @ast-grep/cli eslint @typescript-eslint/parser typescript@6
//	go run ./cmd/mplint/bench --peers DIR --history FILE TREE
//
// Without a TREE it makes one. The ratios are what counts: times are of one
// machine on one day.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	if len(os.Args) == 3 && os.Args[1] == "walk-and-read" {
		exit(walkAndRead(os.Args[2]))
	}
	o := options{}
	flag.StringVar(&o.peers, "peers", "", "a `folder` in which npm has installed the peers; none takes part without it")
	flag.StringVar(&o.history, "history", "", "add the figures to this `file`, one line of JSON a run")
	flag.IntVar(&o.files, "files", 40000, "how many files to make when no tree is given")
	flag.IntVar(&o.runs, "runs", 5, "how often each command is timed; the slow peers are timed once")
	flag.BoolVar(&o.scaling, "scaling", false, "time mplint over files, file sizes, cores and projects instead")
	flag.Parse()
	exit(run(o, flag.Arg(0)))
}

type options struct {
	peers, history string
	files, runs    int
	scaling        bool
}

func exit(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
	os.Exit(0)
}

// run builds what is needed in a folder of its own, measures and prints.
func run(o options, tree string) error {
	work, err := os.MkdirTemp("", "mplint-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	tools, err := build(work)
	if err != nil {
		return err
	}
	if o.scaling {
		return scaling(tools, work, o.runs)
	}
	if tree == "" {
		tree = filepath.Join(work, "tree")
		if err := makeTree(tree, shape{projects: max(1, o.files/1000), pages: 250, repeat: 8}); err != nil {
			return err
		}
	}
	if tree, err = filepath.Abs(tree); err != nil {
		return err
	}
	all, err := commands(tools, work, tree, o.peers)
	if err != nil {
		return err
	}
	figures, err := measure(all, work, o.runs)
	if err != nil {
		return err
	}
	start, err := measure(starts(tools), work, 100)
	if err != nil {
		return err
	}
	report, err := newReport(tools, tree, figures, start)
	if err != nil {
		return err
	}
	report.print(os.Stdout)
	return report.append(o.history)
}
