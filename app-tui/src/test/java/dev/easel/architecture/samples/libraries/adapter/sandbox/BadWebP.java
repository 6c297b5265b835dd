package dev.easel.architecture.samples.libraries.adapter.sandbox;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;

record BadWebP(WebPImageReaderSpi foreign) {}
