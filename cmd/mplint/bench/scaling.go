package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
)

// scale is one point of a series: a tree and with how many goroutines to read.
type scale struct {
	series string
	size   string
	shape  shape
	jobs   int
}

// scales are the series: each tree is twice the one before, or ten times.
func scales() []scale {
	var list []scale
	for _, files := range []int{1000, 10000, 100000} {
		list = append(list, scale{"files of one project", strconv.Itoa(files), shape{1, files / 4, 1}, 0})
	}
	for _, repeat := range []int{100, 200, 400} {
		list = append(list, scale{"size of a file", fmt.Sprintf("x %d", repeat), shape{1, 100, repeat}, 0})
	}
	for _, projects := range []int{100, 200, 400} {
		list = append(list, scale{"projects of 40 files", strconv.Itoa(projects), shape{projects, 10, 1}, 0})
	}
	for jobs := 1; jobs <= runtime.NumCPU(); jobs *= 2 {
		list = append(list, scale{"cores", strconv.Itoa(jobs), shape{10, 250, 8}, jobs})
	}
	return list
}

// scaling times mplint over each series and prints a table in Markdown; step is
// the time against the point before.
func scaling(t *tools, work string, runs int) error {
	fmt.Print("| series | size | time | step |\n|---|---|---|---|\n")
	var before scale
	last := 0.0
	for i, s := range scales() {
		tree := filepath.Join(work, strconv.Itoa(i))
		if err := makeTree(tree, s.shape); err != nil {
			return err
		}
		args := []string{t.mplint, "lint", "--no-config", "--category", "6", "--format", "json", "--output", filepath.Join(work, "out.json"), "--jobs", strconv.Itoa(s.jobs), tree}
		figures, err := hyperfine([]command{{name: s.size, args: args}}, work, runs)
		if err != nil {
			return err
		}
		step := ""
		if s.series == before.series {
			step = fmt.Sprintf("%.1f", figures[0].Median/last)
		}
		fmt.Printf("| %s | %s | %.0f ms | %s |\n", s.series, s.size, figures[0].Median*1000, step)
		before, last = s, figures[0].Median
		if err := os.RemoveAll(tree); err != nil {
			return err
		}
	}
	return nil
}
