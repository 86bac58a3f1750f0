/** A worker whose run was ended from outside ends too, and all that it started with it: nobody hears its tests. */
function endWithTheRun(): void {
  process.exit(1)
}

if (!process.listeners('disconnect').some(({ name }) => name === endWithTheRun.name))
  process.once('disconnect', endWithTheRun)
