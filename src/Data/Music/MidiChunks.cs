using System.Buffers.Binary;
using Research.Numerics;

namespace Research.Data.Music;

/// <summary>Where the tracks of a Standard MIDI File lie, and how it counts time.</summary>
/// <param name="Division">As in the file: ticks a quarter note; with the highest bit set, frames and ticks of film.</param>
/// <param name="Tracks">Place and length of each, in bytes.</param>
internal sealed record MidiChunks(int Division, IReadOnlyList<(int Start, int Length)> Tracks)
{
    private const int HeaderBytes = 6;
    private const int MostTracks = 1024;
    private const int Film = 0x8000;

    /// <summary>Whether time is counted in frames of film, not in quarter notes.</summary>
    public bool IsFilm => Division >= Film;

    /// <summary>Seconds of a tick, of film.</summary>
    public double FilmTickSeconds => 1 / (FramesASecond * (Division & 0xFF));

    /// <exception cref="ResearchException">It is no such file, or ends within a track.</exception>
    public static MidiChunks Of(ReadOnlySpan<byte> file)
    {
        if (file.Length < 8 + HeaderBytes || !file.StartsWith("MThd"u8))
        {
            throw new ResearchException("is no Standard MIDI File: it does not begin with MThd.");
        }

        uint header = BinaryPrimitives.ReadUInt32BigEndian(file[4..]);
        int format = BinaryPrimitives.ReadUInt16BigEndian(file[8..]);
        int tracks = BinaryPrimitives.ReadUInt16BigEndian(file[10..]);
        int division = BinaryPrimitives.ReadUInt16BigEndian(file[12..]);
        if (header < HeaderBytes || format > 1 || tracks is 0 or > MostTracks)
        {
            throw new ResearchException(
                $"has the format {format} with {tracks} tracks and a header of {header} bytes; formats 0 and 1 with 1 to {MostTracks} tracks are read."
            );
        }

        CheckDivision(division);
        return new(division, TracksOf(file, 8L + header, tracks));
    }

    // 29 stands for the colour television of North America.
    private double FramesASecond => -(sbyte)(Division >> 8) is var frames && frames == 29 ? 30_000.0 / 1001 : frames;

    private static void CheckDivision(int division)
    {
        bool film = division >= Film;
        if (film ? (division & 0xFF) == 0 || -(sbyte)(division >> 8) is not (24 or 25 or 29 or 30) : division == 0)
        {
            throw new ResearchException($"counts time by {division}, which is neither ticks a quarter note nor frames of film.");
        }
    }

    // Chunks of other kinds are passed over, as the standard asks.
    private static List<(int, int)> TracksOf(ReadOnlySpan<byte> file, long at, int count)
    {
        var tracks = new List<(int, int)>();
        while (tracks.Count < count)
        {
            if (at + 8 > file.Length)
            {
                throw new ResearchException($"ends after {tracks.Count} of its {count} tracks; copy it again.");
            }

            uint length = BinaryPrimitives.ReadUInt32BigEndian(file[((int)at + 4)..]);
            if (length > file.Length - at - 8)
            {
                throw new ResearchException(
                    $"has a chunk of {length} bytes at {at}, of which {file.Length - at - 8} are there; copy it again."
                );
            }

            if (file[(int)at..].StartsWith("MTrk"u8))
            {
                tracks.Add(((int)at + 8, (int)length));
            }

            at += 8 + length;
        }

        return tracks;
    }
}
