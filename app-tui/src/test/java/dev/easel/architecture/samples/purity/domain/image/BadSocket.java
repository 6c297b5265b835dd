package dev.easel.architecture.samples.purity.domain.image;

import java.net.Socket;

record BadSocket(Socket socket) {}
