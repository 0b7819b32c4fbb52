using Research.Numerics;

namespace Research.Data.Music;

/// <summary>Reads the events of one track.</summary>
/// <param name="bytes">Of the track.</param>
/// <param name="number">From 0.</param>
/// <param name="start">Where it begins in the file, for messages.</param>
internal sealed class MidiTrack(ReadOnlyMemory<byte> bytes, int number, int start)
{
    private const int LengthBytes = 4; // of a number of seven bits a byte, at most

    private int _at;
    private long _tick;
    private int _status;

    /// <summary>Adds what says something of notes or time, in the track's order.</summary>
    /// <exception cref="ResearchException">The track holds what is no event; the message names the place.</exception>
    public void AddTo(List<MidiEvent> events)
    {
        while (_at < bytes.Length)
        {
            _tick += Number();
            int next = Peek();
            if (next >= 0xF0)
            {
                _at++;
                if (!OfFile(next, events))
                {
                    break;
                }
            }
            else
            {
                OfChannel(next, events);
            }
        }

        events.Add(new(_tick, number, MidiEvent.End, 0, 0));
    }

    private void OfChannel(int next, List<MidiEvent> events)
    {
        if (next >= 0x80)
        {
            _status = next;
            _at++;
        }

        if (_status == 0)
        {
            throw Fault("has an event without a status");
        }

        int kind = _status & 0xF0;
        int first = Data();
        int second = kind is 0xC0 or 0xD0 ? 0 : Data();
        if (kind is MidiEvent.NoteOff or MidiEvent.NoteOn or MidiEvent.Controller or MidiEvent.Program)
        {
            events.Add(new(_tick, number, _status, first, second));
        }
    }

    // Of meta events the tempo counts, and the end, after which nothing is read; others and system messages are passed over by their lengths.
    private bool OfFile(int status, List<MidiEvent> events)
    {
        if (status is not (0xF0 or 0xF7 or 0xFF))
        {
            throw Fault($"has the status {status}, which a file cannot have");
        }

        int type = status == 0xFF ? Next() : -1;
        int length = Number();
        if (length > bytes.Length - _at)
        {
            throw Fault($"has an event of {length} bytes, of which {bytes.Length - _at} are there");
        }

        ReadOnlySpan<byte> data = bytes.Span.Slice(_at, length);
        _at += length;
        if (type == 0x51 && length == 3)
        {
            int microseconds = (data[0] << 16) | (data[1] << 8) | data[2];
            events.Add(new(_tick, number, MidiEvent.Tempo, microseconds > 0 ? microseconds : throw Fault("has a tempo of 0"), 0));
        }

        return type != 0x2F;
    }

    private int Number()
    {
        int value = 0;
        for (int i = 0; i < LengthBytes; i++)
        {
            int next = Next();
            value = (value << 7) | (next & 0x7F);
            if (next < 0x80)
            {
                return value;
            }
        }

        throw Fault("has a number of more than four bytes");
    }

    private int Data() =>
        Next() is var value && value < 0x80 ? value : throw Fault($"has the value {value} where at most 127 is possible");

    private int Next()
    {
        int value = Peek();
        _at++;
        return value;
    }

    private int Peek() => _at < bytes.Length ? bytes.Span[_at] : throw Fault("ends within an event");

    private ResearchException Fault(string words) =>
        new($"track {number + 1} {words} (byte {start + _at} of the file); copy it again, or write it anew.");
}
