namespace Research.Data.Music;

/// <summary>The keys that are down and the pedals that hold them, from which notes come.</summary>
internal sealed class MidiKeys
{
    private const int Channels = 16;
    private const int DrumChannel = 9;
    private const int SustainPedal = 64;
    private const int Down = 64; // values of a pedal from here on

    private readonly List<Note> _notes = []; // those that still sound have no end yet
    private readonly HashSet<int> _doubled = []; // struck again at the same time
    private readonly Dictionary<(int Track, int Channel, int Key), int> _pressed = [];
    private readonly Dictionary<
        (int Track, int Channel, int Key),
        int
    >[] _held = // of each channel, by its pedal alone
    [.. Enumerable.Range(0, Channels).Select(_ => new Dictionary<(int, int, int), int>())];
    private readonly bool[] _pedals = new bool[Channels];
    private readonly int[] _programs = new int[Channels];

    /// <summary>Takes the next event.</summary>
    /// <param name="seconds">Its time; never earlier than the last one's.</param>
    public void Take(MidiEvent one, double seconds)
    {
        (int Track, int Channel, int Key) key = (one.Track, one.Channel, one.First);
        switch (one.Kind)
        {
            case MidiEvent.NoteOn when one.Second > 0:
                Press(key, one.Second, seconds);
                break;
            case MidiEvent.NoteOff or MidiEvent.NoteOn: // struck with velocity 0 means released
                Release(key, seconds);
                break;
            case MidiEvent.Controller when one.First == SustainPedal:
                SetPedal(one.Channel, one.Second >= Down, seconds);
                break;
            case MidiEvent.Program:
                _programs[one.Channel] = one.First;
                break;
        }
    }

    /// <summary>All notes; what still sounds ends with the piece.</summary>
    public IReadOnlyList<Note> NotesUntil(double seconds)
    {
        foreach (int note in _pressed.Values.Concat(_held.SelectMany(held => held.Values)))
        {
            End(note, seconds);
        }

        return [.. _notes.Where((_, i) => !_doubled.Contains(i))];
    }

    private void Press((int Track, int Channel, int Key) key, int velocity, double seconds)
    {
        if (_pressed.Remove(key, out int note) || _held[key.Channel].Remove(key, out note))
        {
            End(note, seconds);
            if (_notes[note].StartSeconds == seconds)
            {
                _doubled.Add(note);
            }
        }

        _pressed[key] = _notes.Count;
        _notes.Add(new(seconds, seconds, key.Key, velocity, _programs[key.Channel], key.Channel == DrumChannel));
    }

    private void Release((int Track, int Channel, int Key) key, double seconds)
    {
        if (!_pressed.Remove(key, out int note))
        {
            return;
        }

        if (_pedals[key.Channel])
        {
            _held[key.Channel][key] = note;
        }
        else
        {
            End(note, seconds);
        }
    }

    private void SetPedal(int channel, bool down, double seconds)
    {
        _pedals[channel] = down;
        if (down)
        {
            return;
        }

        foreach (int note in _held[channel].Values)
        {
            End(note, seconds);
        }

        _held[channel].Clear();
    }

    private void End(int note, double seconds) => _notes[note] = _notes[note] with { EndSeconds = seconds };
}
