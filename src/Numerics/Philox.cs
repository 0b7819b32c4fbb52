namespace Research.Numerics;

/// <summary>Philox 4×32 with ten rounds: a keyed bijection of 128-bit counters.</summary>
/// <remarks>Salmon, Moraes, Dror and Shaw (2011), "Parallel random numbers: as easy as 1, 2, 3", SC'11. Oracle: the paper's known answers.</remarks>
internal static class Philox
{
    private const uint MultiplierA = 0xD2511F53;
    private const uint MultiplierB = 0xCD9E8D57;
    private const uint WeylA = 0x9E3779B9; // golden ratio
    private const uint WeylB = 0xBB67AE85; // √3 − 1

    public static (uint A, uint B, uint C, uint D) Block(ulong counterLow, ulong counterHigh, ulong key)
    {
        (uint a, uint b) = ((uint)counterLow, (uint)(counterLow >> 32));
        (uint c, uint d) = ((uint)counterHigh, (uint)(counterHigh >> 32));
        (uint keyA, uint keyB) = ((uint)key, (uint)(key >> 32));
        for (int round = 0; round < 10; round++)
        {
            ulong first = (ulong)MultiplierA * a;
            ulong second = (ulong)MultiplierB * c;
            (a, b, c, d) = ((uint)(second >> 32) ^ b ^ keyA, (uint)second, (uint)(first >> 32) ^ d ^ keyB, (uint)first);
            keyA += WeylA;
            keyB += WeylB;
        }

        return (a, b, c, d);
    }
}
