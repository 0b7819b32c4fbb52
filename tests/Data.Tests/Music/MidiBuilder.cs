namespace Research.Data.Tests.Music;

/// <summary>Small Standard MIDI Files.</summary>
internal static class MidiBuilder
{
    public static readonly byte[] End = [0, 0xFF, 0x2F, 0];

    /// <param name="division">Ticks a quarter note.</param>
    /// <param name="tracks">Events, each with its time before it; the end of the track is added.</param>
    public static byte[] File(int division, params byte[][] tracks) =>
        [
            .. "MThd"u8,
            0,
            0,
            0,
            6,
            0,
            (byte)(tracks.Length > 1 ? 1 : 0),
            0,
            (byte)tracks.Length,
            (byte)(division >> 8),
            (byte)division,
            .. tracks.SelectMany(track => Chunk([.. track, .. End])),
        ];

    /// <summary>A tempo at once.</summary>
    public static byte[] Tempo(int microseconds) =>
        [0, 0xFF, 0x51, 3, (byte)(microseconds >> 16), (byte)(microseconds >> 8), (byte)microseconds];

    private static byte[] Chunk(byte[] track) =>
        [
            .. "MTrk"u8,
            (byte)(track.Length >> 24),
            (byte)(track.Length >> 16),
            (byte)(track.Length >> 8),
            (byte)track.Length,
            .. track,
        ];
}
