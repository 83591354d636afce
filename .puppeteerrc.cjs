// The browser comes from the machine or from an npm package (src/platform/browser), never from a download at install time.
module.exports = { skipDownload: true };
