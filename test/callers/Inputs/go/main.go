// A function of Go with C and C++ inside, which cgo compiles.
package main

// int answer(void);
// int caught(int number);
import "C"
import "fmt"

func main() {
	fmt.Println("the answer is", C.answer())
	fmt.Println("caught", C.caught(7))
}
