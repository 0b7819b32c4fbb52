// Random numbers: Rng.cs and Philox.cs. The n-th word is a function of (seed, key, n), so each thread makes its own.

DEVICE ulong random_word(ulong word, ulong seed, ulong key)
{
    ulong counter = word >> 1;
    uint a = (uint)counter, b = (uint)(counter >> 32), c = (uint)seed, d = (uint)(seed >> 32), keyA = (uint)key, keyB = (uint)(key >> 32);
    for (int round = 0; round < 10; round++)
    {
        ulong first = (ulong)0xD2511F53u * a, second = (ulong)0xCD9E8D57u * c;
        uint nextA = (uint)(second >> 32) ^ b ^ keyA, nextC = (uint)(first >> 32) ^ d ^ keyB;
        b = (uint)second;
        d = (uint)first;
        a = nextA;
        c = nextC;
        keyA += 0x9E3779B9u;
        keyB += 0xBB67AE85u;
    }
    return (word & 1) ? ((ulong)d << 32) | c : ((ulong)b << 32) | a;
}

// Uniform in [0, 1), a multiple of 2^-53.
DEVICE double random_uniform(ulong word, ulong seed, ulong key) { return (double)(long)(random_word(word, seed, key) >> 11) * (1.0 / 9007199254740992.0); }

KERNEL void draw_uniform(GLOBAL float *target, long count, ulong position, ulong seed, ulong key, double low, double high)
{
    FOR_EACH(i, count) target[i] = (float)(low + ((high - low) * random_uniform(position + i, seed, key)));
}

KERNEL void draw_bernoulli(GLOBAL float *target, long count, ulong position, ulong seed, ulong key, double p)
{
    FOR_EACH(i, count) target[i] = random_uniform(position + i, seed, key) < p ? 1.0f : 0.0f;
}

KERNEL void draw_bernoulli_each(GLOBAL const float *p, GLOBAL float *target, long count, ulong position, ulong seed, ulong key)
{
    FOR_EACH(i, count) target[i] = random_uniform(position + i, seed, key) < (double)p[i] ? 1.0f : 0.0f;
}

// Box and Muller (1958), one value a pair of uniforms.
KERNEL void draw_normal(GLOBAL float *target, long count, ulong position, ulong seed, ulong key, double mean, double deviation)
{
    FOR_EACH(i, count)
    {
        double radius = ROOT_DOUBLE(-2.0 * logarithm_double(1.0 - random_uniform(position + 2 * i, seed, key)));
        double angle = 2.0 * 3.141592653589793 * random_uniform(position + 2 * i + 1, seed, key);
        target[i] = (float)(mean + (deviation * (radius * sine_of_turned(angle, 1))));
    }
}
