// Functions that the CPU computes in double by extended precision: DoubleDouble.cs, PortableMath.LogFamily.cs, .ExpFamily.cs and .Pow.cs.

// 2^(j/64) and log(i/128) from i = 90 on, each in two doubles: what MakeRootsOfTwo and MakeLogTable compute.
__constant double ROOTS_OF_TWO[128] = {
    0x1.0000000000000p+0, 0x0.0p+0,
    0x1.02c9a3e778061p+0, -0x1.19083535b085dp-56,
    0x1.059b0d3158574p+0, 0x1.d73e2a475b465p-55,
    0x1.0874518759bc8p+0, 0x1.186be4bb28500p-57,
    0x1.0b5586cf9890fp+0, 0x1.8a62e4adc610bp-54,
    0x1.0e3ec32d3d1a2p+0, 0x1.03a1727c57b60p-59,
    0x1.11301d0125b51p+0, -0x1.6c51039449b39p-54,
    0x1.1429aaea92de0p+0, -0x1.32fbf9af1369dp-54,
    0x1.172b83c7d517bp+0, -0x1.19041b9d78a74p-55,
    0x1.1a35beb6fcb75p+0, 0x1.e5b4c7b4968e6p-55,
    0x1.1d4873168b9aap+0, 0x1.e016e00a2643dp-54,
    0x1.2063b88628cd6p+0, 0x1.dc775814a8498p-55,
    0x1.2387a6e756238p+0, 0x1.9b07eb6c70574p-54,
    0x1.26b4565e27cddp+0, 0x1.2bd339940e9dcp-55,
    0x1.29e9df51fdee1p+0, 0x1.612e8afad1258p-55,
    0x1.2d285a6e4030bp+0, 0x1.0024754db41d7p-54,
    0x1.306fe0a31b715p+0, 0x1.6f46ad23182e9p-55,
    0x1.33c08b26416ffp+0, 0x1.32721843659a8p-54,
    0x1.371a7373aa9cbp+0, -0x1.63aeabf42eae0p-54,
    0x1.3a7db34e59ff7p+0, -0x1.5e436d661f5dcp-56,
    0x1.3dea64c123422p+0, 0x1.ada0911f09ec0p-55,
    0x1.4160a21f72e2ap+0, -0x1.ef3691c309250p-58,
    0x1.44e086061892dp+0, 0x1.89b7a04ef8128p-59,
    0x1.486a2b5c13cd0p+0, 0x1.3c1a3b69062fcp-56,
    0x1.4bfdad5362a27p+0, 0x1.d4397afec42efp-56,
    0x1.4f9b2769d2ca7p+0, -0x1.4b309d25957e0p-54,
    0x1.5342b569d4f82p+0, -0x1.07abe1db13ca8p-55,
    0x1.56f4736b527dap+0, 0x1.9bb2c011d93b0p-54,
    0x1.5ab07dd485429p+0, 0x1.6324c054647b0p-54,
    0x1.5e76f15ad2148p+0, 0x1.ba6f93080e661p-54,
    0x1.6247eb03a5585p+0, -0x1.383c17e40b494p-54,
    0x1.6623882552225p+0, -0x1.bb60987591c30p-54,
    0x1.6a09e667f3bcdp+0, -0x1.bdd3413b26452p-54,
    0x1.6dfb23c651a2fp+0, -0x1.bbe3a683c8890p-57,
    0x1.71f75e8ec5f74p+0, -0x1.16e4786887a92p-55,
    0x1.75feb564267c9p+0, -0x1.0245957316dd0p-54,
    0x1.7a11473eb0187p+0, -0x1.41577ee049928p-55,
    0x1.7e2f336cf4e62p+0, 0x1.05d02ba15798cp-56,
    0x1.82589994cce13p+0, -0x1.d4c1dd41532d4p-54,
    0x1.868d99b4492edp+0, -0x1.fc6f89bd4f6b6p-54,
    0x1.8ace5422aa0dbp+0, 0x1.6e9f156864b2ap-54,
    0x1.8f1ae99157736p+0, 0x1.5cc13a2e39774p-55,
    0x1.93737b0cdc5e5p+0, -0x1.75fc781b57e9ap-57,
    0x1.97d829fde4e50p+0, -0x1.d185b7c1b85ccp-54,
    0x1.9c49182a3f090p+0, 0x1.c7c46b071f2d0p-56,
    0x1.a0c667b5de565p+0, -0x1.359495d1cd52ep-54,
    0x1.a5503b23e255dp+0, -0x1.d2f6edb8d41dcp-54,
    0x1.a9e6b5579fdbfp+0, 0x1.0fac90ef7fd36p-54,
    0x1.ae89f995ad3adp+0, 0x1.7a1cd345dcc87p-54,
    0x1.b33a2b84f15fbp+0, -0x1.2805e3084d6d8p-57,
    0x1.b7f76f2fb5e47p+0, -0x1.5584f7e54ac22p-56,
    0x1.bcc1e904bc1d2p+0, 0x1.23dd07a2d9e91p-55,
    0x1.c199bdd85529cp+0, 0x1.11065895048eap-55,
    0x1.c67f12e57d14bp+0, 0x1.2884dff483cb3p-54,
    0x1.cb720dcef9069p+0, 0x1.503cbd1e949f4p-56,
    0x1.d072d4a07897cp+0, -0x1.cbc3743797a96p-54,
    0x1.d5818dcfba487p+0, 0x1.2ed02d75b3714p-55,
    0x1.da9e603db3285p+0, 0x1.c2300696db53ap-54,
    0x1.dfc97337b9b5fp+0, -0x1.1a5cd4f184b54p-54,
    0x1.e502ee78b3ff6p+0, 0x1.39e8980a9cca0p-55,
    0x1.ea4afa2a490dap+0, -0x1.e9c23179c288ap-54,
    0x1.efa1bee615a27p+0, 0x1.dc7f486a4b6bap-54,
    0x1.f50765b6e4540p+0, 0x1.9d3e12dd8a194p-54,
    0x1.fa7c1819e90d8p+0, 0x1.74853f3a59330p-55,
};

__constant double LOG_TABLE[186] = {
    -0x1.68ac83e9c6a14p-2, -0x1.a64eadd740170p-58,
    -0x1.5d5bddf595f30p-2, 0x1.6541148cbb8a4p-56,
    -0x1.522ae0738a3d8p-2, 0x1.8f7e9b38a6979p-57,
    -0x1.4718dc271c41bp-2, -0x1.8fb4c14c56f00p-60,
    -0x1.3c25277333184p-2, 0x1.2ad27e50a8ec8p-56,
    -0x1.314f1e1d35ce4p-2, 0x1.3d69909e5c3dcp-56,
    -0x1.269621134db92p-2, -0x1.e0efadd9db02ap-56,
    -0x1.1bf99635a6b95p-2, 0x1.12aeb84249224p-57,
    -0x1.1178e8227e47cp-2, 0x1.0e63a5f01c690p-57,
    -0x1.07138604d5862p-2, -0x1.cdb16ed4e9138p-56,
    -0x1.f991c6cb3b379p-3, -0x1.f665066f980a1p-57,
    -0x1.e530effe71012p-3, -0x1.2276041f43040p-59,
    -0x1.d1037f2655e7bp-3, -0x1.60629242471a2p-57,
    -0x1.bd087383bd8adp-3, -0x1.dd355f6a516e0p-60,
    -0x1.a93ed3c8ad9e3p-3, -0x1.bcafa9de97204p-57,
    -0x1.95a5adcf7017fp-3, -0x1.142c507fb7a3ep-58,
    -0x1.823c16551a3c2p-3, 0x1.1232ce70be782p-57,
    -0x1.6f0128b756abcp-3, 0x1.8de59c21e166cp-57,
    -0x1.5bf406b543db2p-3, 0x1.1f5b44c0df7e0p-61,
    -0x1.4913d8333b561p-3, 0x1.0d5604930f132p-58,
    -0x1.365fcb0159016p-3, -0x1.7d411a5b944acp-58,
    -0x1.23d712a49c202p-3, 0x1.6e38161051d69p-57,
    -0x1.1178e8227e47cp-3, 0x1.0e63a5f01c691p-58,
    -0x1.fe89139dbd566p-4, 0x1.ac9f4215f9394p-58,
    -0x1.da727638446a2p-4, -0x1.401fa71733018p-58,
    -0x1.b6ac88dad5b1cp-4, 0x1.0057eed1ca5a0p-59,
    -0x1.9335e5d594989p-4, 0x1.478a85704ccb6p-58,
    -0x1.700d30aeac0e1p-4, 0x1.72566212cdd00p-61,
    -0x1.4d3115d207eacp-4, -0x1.769f42c7842ccp-58,
    -0x1.2aa04a44717a5p-4, 0x1.d15d38d2fa3f8p-58,
    -0x1.08598b59e3a07p-4, 0x1.dd7009902bf34p-58,
    -0x1.ccb73cdddb2ccp-5, 0x1.e48fb0500efd4p-59,
    -0x1.894aa149fb343p-5, -0x1.a8be97660a240p-60,
    -0x1.466aed42de3eap-5, 0x1.cdd6f7f4a137ep-59,
    -0x1.0415d89e74444p-5, -0x1.c05cf1d753622p-59,
    -0x1.8492528c8cabfp-6, 0x1.d192d0619fa67p-60,
    -0x1.0205658935847p-6, -0x1.27c8e8416e71fp-60,
    -0x1.010157588de71p-7, -0x1.46662d417ced0p-62,
    0x0.0p+0, 0x0.0p+0,
    0x1.fe02a6b106789p-8, -0x1.e44b7e3711e80p-67,
    0x1.fc0a8b0fc03e4p-7, -0x1.83092c59642a0p-62,
    0x1.7b91b07d5b11bp-6, -0x1.5b602ace3a510p-60,
    0x1.f829b0e783300p-6, 0x1.33e3f04f1ef23p-60,
    0x1.39e87b9febd60p-5, -0x1.5bfa937f551bcp-59,
    0x1.77458f632dcfcp-5, 0x1.18d3ca87b9296p-59,
    0x1.b42dd711971bfp-5, -0x1.eb9759c130498p-60,
    0x1.f0a30c01162a6p-5, 0x1.85f325c5bbaccp-59,
    0x1.16536eea37ae1p-4, -0x1.79da3e8c22cdcp-60,
    0x1.341d7961bd1d1p-4, -0x1.b599f227becbcp-58,
    0x1.51b073f06183fp-4, 0x1.a49e39a1a8be5p-58,
    0x1.6f0d28ae56b4cp-4, -0x1.906d99184b994p-58,
    0x1.8c345d6319b21p-4, -0x1.4a697ab3424c0p-61,
    0x1.a926d3a4ad563p-4, 0x1.942f48aa70ea8p-58,
    0x1.c5e548f5bc743p-4, 0x1.5d617ef8161b8p-60,
    0x1.e27076e2af2e6p-4, -0x1.61578001e0160p-60,
    0x1.fec9131dbeabbp-4, -0x1.5746b9981b36cp-58,
    0x1.0d77e7cd08e59p-3, 0x1.9a5dc5e9030acp-57,
    0x1.1b72ad52f67a0p-3, 0x1.483023472cd74p-58,
    0x1.29552f81ff523p-3, 0x1.301771c407dbep-57,
    0x1.371fc201e8f74p-3, 0x1.de6cb62af18a0p-58,
    0x1.44d2b6ccb7d1ep-3, 0x1.9f4f6543e1f88p-57,
    0x1.526e5e3a1b438p-3, -0x1.746ff8a470d3ap-57,
    0x1.5ff3070a793d4p-3, -0x1.bc60efafc6f70p-58,
    0x1.6d60fe719d21dp-3, -0x1.caae268ecd179p-57,
    0x1.7ab890210d909p-3, 0x1.be36b2d6a0600p-59,
    0x1.87fa06520c911p-3, -0x1.bf7fdbfa08d9ap-57,
    0x1.9525a9cf456b4p-3, 0x1.d904c1d4e2e27p-57,
    0x1.a23bc1fe2b563p-3, 0x1.93711b07a9990p-59,
    0x1.af3c94e80bff3p-3, -0x1.398cff3641985p-58,
    0x1.bc286742d8cd6p-3, 0x1.4fce744870f54p-58,
    0x1.c8ff7c79a9a22p-3, -0x1.4f689f8434012p-57,
    0x1.d5c216b4fbb91p-3, 0x1.6e443597e4d40p-57,
    0x1.e27076e2af2e6p-3, -0x1.61578001e0168p-59,
    0x1.ef0adcbdc5936p-3, 0x1.48637950dc20cp-57,
    0x1.fb9186d5e3e2bp-3, -0x1.caaae64f21acbp-57,
    0x1.0402594b4d041p-2, -0x1.28ec217a5022ep-57,
    0x1.0a324e27390e3p-2, 0x1.7dcfde8061c04p-56,
    0x1.1058bf9ae4ad5p-2, 0x1.89fa0ab4cb320p-58,
    0x1.1675cababa60ep-2, 0x1.ce63eab883720p-61,
    0x1.1c898c16999fbp-2, -0x1.0e5c62aff1c50p-60,
    0x1.22941fbcf7966p-2, -0x1.76f5eb09628b0p-56,
    0x1.2895a13de86a3p-2, 0x1.7ad24c13f040ep-56,
    0x1.2e8e2bae11d31p-2, -0x1.8f4cdb95ebdf8p-56,
    0x1.347dd9a987d55p-2, -0x1.4dd4c580919f8p-57,
    0x1.3a64c556945eap-2, -0x1.c68651945f97cp-57,
    0x1.404308686a7e4p-2, -0x1.0bcfb6082ce6ep-56,
    0x1.4618bc21c5ec2p-2, 0x1.f42decdeccf1cp-56,
    0x1.4be5f957778a1p-2, -0x1.259b35b04813cp-57,
    0x1.51aad872df82dp-2, 0x1.3927ac19f55e8p-59,
    0x1.5767717455a6cp-2, 0x1.526adb283660cp-56,
    0x1.5d1bdbf5809cap-2, 0x1.4236383dc7fe2p-56,
    0x1.62c82f2b9c795p-2, 0x1.7b7af915300e5p-57,
    0x1.686c81e9b14afp-2, -0x1.ddea0f7f58e3dp-57,
};

typedef struct { double hi, lo; } extended;

DEVICE extended pair_of(double hi, double lo) { extended r; r.hi = hi; r.lo = lo; return r; }

// a + b exactly.
DEVICE extended exact_sum(double a, double b)
{
    double sum = a + b;
    double shadow = sum - a;
    return pair_of(sum, (a - (sum - shadow)) + (b - shadow));
}

// a + b exactly, where |a| ≥ |b| or a = 0.
DEVICE extended ordered_sum(double a, double b)
{
    double sum = a + b;
    return pair_of(sum, b - (sum - a));
}

DEVICE double upper_half(double a)
{
    double scaled = 134217729.0 * a;
    return scaled - (scaled - a);
}

// a · b exactly; split, not fused.
DEVICE extended exact_product(double a, double b)
{
    double ah = upper_half(a), bh = upper_half(b);
    double al = a - ah, bl = b - bh;
    double product = a * b;
    return pair_of(product, (((ah * bh) - product) + (ah * bl) + (al * bh)) + (al * bl));
}

DEVICE extended plus(extended a, extended b)
{
    extended high = exact_sum(a.hi, b.hi), low = exact_sum(a.lo, b.lo);
    extended first = ordered_sum(high.hi, high.lo + low.hi);
    return ordered_sum(first.hi, first.lo + low.lo);
}

DEVICE extended plus_double(extended a, double b)
{
    extended high = exact_sum(a.hi, b);
    return ordered_sum(high.hi, high.lo + a.lo);
}

DEVICE extended negative(extended a) { return pair_of(-a.hi, -a.lo); }

DEVICE extended times(extended a, extended b)
{
    extended high = exact_product(a.hi, b.hi);
    return ordered_sum(high.hi, high.lo + ((a.hi * b.lo) + (a.lo * b.hi)));
}

DEVICE extended times_double(extended a, double b)
{
    extended high = exact_product(a.hi, b);
    return ordered_sum(high.hi, high.lo + (a.lo * b));
}

DEVICE extended quotient(extended a, extended b)
{
    double q = a.hi / b.hi;
    extended rest = plus(a, negative(times_double(b, q)));
    return ordered_sum(q, (rest.hi + rest.lo) / b.hi);
}

DEVICE double power_of_two_double(long n) { return AS_DOUBLE((n + 1023) << 52); }

// log(1 + r), |r| < 0.0056.
DEVICE extended log_one_plus(extended r)
{
    double x = r.hi;
    double tail = 1.0 / 9;
    tail = (1.0 / 8) - (x * tail);
    tail = (1.0 / 7) - (x * tail);
    tail = (1.0 / 6) - (x * tail);
    tail = (1.0 / 5) - (x * tail);
    tail = (1.0 / 4) - (x * tail);
    tail = (1.0 / 3) - (x * tail);
    return plus_double(plus(r, times_double(times(r, r), -0.5)), x * x * x * tail);
}

// log x to about 70 bits; x is finite and positive.
DEVICE extended log_extended(double x)
{
    int bias = 1023;
    if (x < 2.2250738585072014e-308)
    {
        x = x * 18014398509481984.0;
        bias += 54;
    }

    long bits = AS_LONG(x);
    int k = (int)(bits >> 52) - bias;
    double m = AS_DOUBLE((bits & 0x000FFFFFFFFFFFFFL) | 0x3FF0000000000000L);
    if (m > 1.4142135623730951)
    {
        m = m * 0.5;
        k++;
    }

    int i = (int)((m * 128.0) + 0.5);
    double d = (double)i * 0.0078125;
    extended ratio = quotient(pair_of(m - d, 0.0), pair_of(d, 0.0));
    extended exponent = ordered_sum((double)k * 0.6931471805598903, (double)k * 5.497923018708371e-14);
    extended table = pair_of(LOG_TABLE[2 * (i - 90)], LOG_TABLE[2 * (i - 90) + 1]);
    return plus(plus(exponent, table), log_one_plus(ratio));
}

// e^r − 1, |r| < 0.0055.
DEVICE extended exp_minus_one(extended r)
{
    double x = r.hi;
    double tail = 1.0 / 40320;
    tail = (tail * x) + (1.0 / 5040);
    tail = (tail * x) + (1.0 / 720);
    tail = (tail * x) + (1.0 / 120);
    tail = (tail * x) + (1.0 / 24);
    tail = (tail * x) + (1.0 / 6);
    return plus_double(plus(r, times_double(times(r, r), 0.5)), x * x * x * tail);
}

DEVICE double log1p_double(double x)
{
    if (!(x > -1.0 && x < INFINITE_DOUBLE) || x == 0.0)
    {
        return x == 0.0 ? x : logarithm_double(1.0 + x);
    }

    extended argument = exact_sum(1.0, x);
    extended log = plus_double(log_extended(argument.hi), argument.lo / argument.hi);
    return log.hi + log.lo;
}

DEVICE double power_of_positive(double x, double y)
{
    if (x == 1.0)
    {
        return 1.0;
    }

    extended log = log_extended(x);
    double estimate = log.hi * y;
    if (!(AS_DOUBLE(AS_LONG(estimate) & 0x7FFFFFFFFFFFFFFFL) < 760.0))
    {
        return estimate > 0.0 ? INFINITE_DOUBLE : 0.0;
    }

    if (AS_DOUBLE(AS_LONG(y) & 0x7FFFFFFFFFFFFFFFL) < 1e-300)
    {
        return 1.0;
    }

    extended scaled = times_double(log, y);
    double n = ((scaled.hi * (64.0 * 1.4426950408889634)) + 6755399441055744.0) - 6755399441055744.0;
    extended r = plus_double(exact_sum(scaled.hi - (n * (0.6931471803691238 / 64.0)), -(n * (1.9082149292705877e-10 / 64.0))), scaled.lo);
    int index = (int)n;
    int at = index & 63;
    extended value = times(pair_of(ROOTS_OF_TWO[2 * at], ROOTS_OF_TWO[2 * at + 1]), plus_double(exp_minus_one(r), 1.0));
    int k = index >> 6;
    int half_ = k / 2;
    return (value.hi + value.lo) * power_of_two_double(half_) * power_of_two_double(k - half_);
}

// Whole and odd: |y| at most what a float can hold, so below 2^53 the conversion is exact and above it no number is odd.
DEVICE int is_whole(double y) { return __builtin_floor(y) == y; }

DEVICE int is_odd(double y)
{
    return is_whole(y) && AS_DOUBLE(AS_LONG(y) & 0x7FFFFFFFFFFFFFFFL) < 9007199254740992.0 && ((long)y & 1) != 0;
}

DEVICE double power_of_special(double x, double y)
{
    double size = AS_DOUBLE(AS_LONG(y) & 0x7FFFFFFFFFFFFFFFL);
    if (size == INFINITE_DOUBLE)
    {
        double magnitude = AS_DOUBLE(AS_LONG(x) & 0x7FFFFFFFFFFFFFFFL);
        return magnitude == 1.0 ? 1.0 : (magnitude > 1.0) == (y > 0.0) ? INFINITE_DOUBLE : 0.0;
    }

    double result = (x == 0.0) == (y > 0.0) ? 0.0 : INFINITE_DOUBLE;
    return AS_LONG(x) < 0 && is_odd(y) ? -result : result;
}

// x to the power y with C99's special cases.
DEVICE double power_double(double x, double y)
{
    if (y == 0.0 || x == 1.0)
    {
        return 1.0;
    }

    if (x != x || y != y)
    {
        return NOT_A_NUMBER_DOUBLE;
    }

    double magnitude = AS_DOUBLE(AS_LONG(x) & 0x7FFFFFFFFFFFFFFFL);
    double exponent = AS_DOUBLE(AS_LONG(y) & 0x7FFFFFFFFFFFFFFFL);
    if (x == 0.0 || magnitude == INFINITE_DOUBLE || exponent == INFINITE_DOUBLE)
    {
        return power_of_special(x, y);
    }

    if (x < 0.0 && !is_whole(y))
    {
        return NOT_A_NUMBER_DOUBLE;
    }

    double power = power_of_positive(magnitude, y);
    return x < 0.0 && is_odd(y) ? -power : power;
}
