// Command beam lints a list of archives with an Apache Beam pipeline: what
// `mplint batch` does on one machine, on as many as the runner has.
package main

import (
	"context"
	"flag"
	"log"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/textio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/transforms/stats"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
)

var (
	list     = flag.String("list", "", "file of paths, one a line")
	output   = flag.String("output", "result.ndjson", "file for the lines, as mplint batch prints them but in no order")
	totals   = flag.String("totals", "totals.txt", "file for the totals")
	category = flag.String("category", "", "category that overrides the configs")
)

func main() {
	flag.Parse()
	beam.Init()
	if *list == "" {
		log.Fatal("--list names the file of paths")
	}
	if err := beamx.Run(context.Background(), pipeline(*list, *output, *totals, *category)); err != nil {
		log.Fatalf("lint the archives in %s: %v", *list, err)
	}
}

// pipeline reads the list, lints what it names, writes a line for each and the
// totals of all.
func pipeline(list, output, totals, category string) *beam.Pipeline {
	p, s := beam.NewPipelineWithRoot()
	inputs := beam.Reshuffle(s, textio.Read(s, list)) // spreads one file's lines over the workers
	lines, counts := beam.ParDo2(s, &lintFn{Category: category}, inputs)
	textio.Write(s, output, lines)
	textio.Write(s, totals, beam.ParDo(s, total, stats.SumPerKey(s, counts)))
	return p
}
