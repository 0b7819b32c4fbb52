using Research.Numerics;

namespace Research.Data.Music;

/// <summary>Reads Standard MIDI Files of the formats 0 and 1 as notes; what the sustain pedal holds sounds on.</summary>
/// <remarks>
/// Source: MIDI Manufacturers Association, Standard MIDI Files 1.0. A key that is struck again while it sounds ends the note before; one that is struck twice at once is struck once. Volume, bends and other
/// controllers are passed over. Our own, because a library of others asks for as much memory as a damaged length says. Oracle: NAudio.Midi and the counts of notes
/// and lengths that come with VGMIDI and EMOPIA.
/// </remarks>
public static class MidiReader
{
    private const int MostBytes = 1 << 24;

    /// <exception cref="ResearchException">The file cannot be read or is no such file; the message begins with its path.</exception>
    public static MidiPiece Read(string path)
    {
        try
        {
            return new FileInfo(path).Length <= MostBytes
                ? Parse(File.ReadAllBytes(path), path)
                : throw new ResearchException($"{path}: has more than {MostBytes} bytes, which no piece has.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ResearchException($"{path}: {error.Message}", error);
        }
    }

    /// <param name="name">For messages.</param>
    /// <exception cref="ResearchException">It is no such file; the message begins with the name.</exception>
    internal static MidiPiece Parse(byte[] file, string name)
    {
        try
        {
            var chunks = MidiChunks.Of(file);
            var events = new List<MidiEvent>();
            for (int track = 0; track < chunks.Tracks.Count; track++)
            {
                (int start, int length) = chunks.Tracks[track];
                new MidiTrack(file.AsMemory(start, length), track, start).AddTo(events);
            }

            return MidiClock.PieceOf(events, chunks);
        }
        catch (ResearchException error)
        {
            throw new ResearchException($"{name}: {error.Message}", error);
        }
    }
}
