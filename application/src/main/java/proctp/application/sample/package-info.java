/** An invented office to try the service with. */
package proctp.application.sample;
