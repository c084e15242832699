// Verifies or makes cosignatures with the libraries that Debian packages: an implementation that is
// not ours.
//
//	cosign verify LOG_VKEY WITNESS_VKEY < checkpoint
//	cosign make NAME < checkpoint     prints the vkey, then the cosigned checkpoint
package main

import (
	"crypto/rand"
	"encoding/base64"
	"fmt"
	"io"
	"os"
	"strings"

	fnote "github.com/transparency-dev/formats/note"
	"golang.org/x/mod/sumdb/note"
)

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func main() {
	in, err := io.ReadAll(os.Stdin)
	check(err)
	if os.Args[1] == "verify" {
		log, err := note.NewVerifier(os.Args[2])
		check(err)
		witness, err := fnote.NewVerifierForCosignatureV1(os.Args[3])
		check(err)
		opened, err := note.Open(in, note.VerifierList(log, witness))
		check(err)
		if len(opened.Sigs) != 2 {
			check(fmt.Errorf("%d signatures verified, not 2", len(opened.Sigs)))
		}
		at, err := fnote.CoSigV1Timestamp(opened.Sigs[1])
		check(err)
		fmt.Println(at.Unix())
		return
	}
	private, public, err := note.GenerateKey(rand.Reader, os.Args[2])
	check(err)
	signer, err := fnote.NewSignerForCosignatureV1(private)
	check(err)
	raw, err := base64.StdEncoding.DecodeString(strings.SplitN(public, "+", 3)[2])
	check(err)
	raw[0] = 4
	fmt.Printf("%s+%08x+%s\n", os.Args[2], signer.KeyHash(), base64.StdEncoding.EncodeToString(raw))
	opened, err := note.Open(in, note.VerifierList())
	if unverified, ok := err.(*note.UnverifiedNoteError); ok {
		opened = unverified.Note
	} else {
		check(err)
	}
	signed, err := note.Sign(opened, signer)
	check(err)
	os.Stdout.Write(signed)
}
