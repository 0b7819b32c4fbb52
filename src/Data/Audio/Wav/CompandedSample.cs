namespace Research.Data.Audio.Wav;

/// <summary>Samples of telephony: eight bits, a sign, a segment and a step in it.</summary>
/// <remarks>Source: ITU-T G.711 (1988), tables 1a to 2b. Values of 14 and 13 bits stand left in 16, as decoders give them. Oracle: every code of both laws against ffmpeg's.</remarks>
internal static class CompandedSample
{
    private const int Sign = 0x80;
    private const int Bias = 0x84;

    /// <returns>−32,124 to 32,124.</returns>
    public static int MuLaw(byte code)
    {
        int bits = (byte)~code;
        int magnitude = ((((bits & 0x0F) << 3) + Bias) << ((bits >> 4) & 7)) - Bias;
        return (bits & Sign) != 0 ? -magnitude : magnitude;
    }

    /// <returns>−32,256 to 32,256.</returns>
    public static int ALaw(byte code)
    {
        int bits = code ^ 0x55; // even bits are sent inverted
        int segment = (bits >> 4) & 7;
        int step = ((bits & 0x0F) << 4) + 8;
        int magnitude = segment == 0 ? step : (step + 0x100) << (segment - 1);
        return (bits & Sign) != 0 ? magnitude : -magnitude;
    }
}
