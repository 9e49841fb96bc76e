#include <stddef.h>
#include <time.h>

#include <asm/unistd.h>
#include <linux/errqueue.h>
#include <linux/fs.h>
#include <linux/futex.h>
#include <linux/if_alg.h>
#include <linux/io_uring.h>
#include <linux/random.h>
#include <sys/syscall.h>
long numbers[] = {SYS_getrandom, __NR_io_uring_setup, GRND_NONBLOCK, FUTEX_WAIT, BLKGETSIZE64, sizeof(struct io_uring_params)};
