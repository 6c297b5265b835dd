package dev.easel.architecture.samples.order.domain.image;

import dev.easel.architecture.samples.order.domain.cost.GoodMoney;

record BadPicture(GoodMoney above) {}
