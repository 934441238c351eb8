package dev.tillstream.local.launcher.process;

/** Is told what happens to the kept programs. */
interface Watcher extends Voice {

    /** A process started or ended. */
    void processesChanged();

    /** A program was given up. */
    void gaveUp(FailedProgramException failure);
}
