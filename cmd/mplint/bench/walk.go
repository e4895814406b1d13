package main

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
)

// extensions are the endings of the files that mplint reads.
var extensions = []string{"json", "js", "ts", "mjs", "cjs", "jsx", "tsx", "wxml", "axml", "vue", "nvue", "uvue", "mpx", "wpy"}

// walkAndRead reads every file that mplint would read, as plainly as can be:
// one walk that feeds one reader for each processor.
func walkAndRead(root string) error {
	batches := make(chan []string, 16)
	var readers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		readers.Go(func() {
			buf := make([]byte, 1<<20)
			for batch := range batches {
				for _, path := range batch {
					readThrough(path, buf)
				}
			}
		})
	}
	var batch []string
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return nil
		case d.IsDir() && path != root && (d.Name() == "node_modules" || strings.HasPrefix(d.Name(), ".")):
			return filepath.SkipDir
		case d.Type().IsRegular() && isRead(d.Name()):
			if batch = append(batch, path); len(batch) == 64 {
				batches <- batch
				batch = nil
			}
		}
		return nil
	})
	batches <- batch
	close(batches)
	readers.Wait()
	return err
}

func isRead(name string) bool {
	for _, ext := range extensions {
		if strings.HasSuffix(name, "."+ext) {
			return true
		}
	}
	return false
}

func readThrough(path string, buf []byte) {
	f, err := os.Open(path)
	if err != nil {
		return
	}
	defer f.Close()
	for err == nil {
		_, err = f.Read(buf)
	}
	if err != io.EOF {
		return // a file that vanished is no part of the figure
	}
}
