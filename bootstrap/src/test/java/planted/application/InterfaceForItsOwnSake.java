package planted.application;

/** An interface that is no port. */
interface InterfaceForItsOwnSake {

    void run();
}
