using Research.Numerics;

namespace Research.Data.Music;

/// <summary>Goes through the events of all tracks in order of time, and counts seconds and beats.</summary>
internal sealed class MidiClock
{
    private const double LongestSeconds = 14_400;
    private const int MostBeats = 200_000;
    private const int UsualTempo = 500_000; // microseconds a quarter note where a file says nothing

    private readonly MidiChunks _chunks;
    private readonly List<double> _beats = [];
    private long _tick;
    private double _tickSeconds;
    private long _changeTick; // when the tempo began: times are counted from there, so that errors do not add up
    private double _changeSeconds;

    private MidiClock(MidiChunks chunks)
    {
        _chunks = chunks;
        _tickSeconds = chunks.IsFilm ? chunks.FilmTickSeconds : TickSeconds(UsualTempo);
    }

    /// <param name="events">Of all tracks; those of one tick keep their order.</param>
    /// <exception cref="ResearchException">The piece is too long, or has too many beats.</exception>
    public static MidiPiece PieceOf(IEnumerable<MidiEvent> events, MidiChunks chunks)
    {
        var clock = new MidiClock(chunks);
        var keys = new MidiKeys();
        foreach (MidiEvent one in events.OrderBy(one => one.Tick))
        {
            clock.GoTo(one.Tick);
            if (one.Kind == MidiEvent.Tempo)
            {
                clock.SetTempo(one.First);
            }
            else
            {
                keys.Take(one, clock.At(one.Tick));
            }
        }

        double end = clock.At(clock._tick);
        return new(keys.NotesUntil(end), end, clock._beats);
    }

    private void SetTempo(int microseconds)
    {
        if (!_chunks.IsFilm)
        {
            (_changeSeconds, _changeTick) = (At(_tick), _tick);
            _tickSeconds = TickSeconds(microseconds);
        }
    }

    private double TickSeconds(int microseconds) => microseconds / (1e6 * _chunks.Division);

    private void GoTo(long tick)
    {
        if (At(tick) > LongestSeconds || (!_chunks.IsFilm && tick / _chunks.Division > MostBeats))
        {
            throw new ResearchException(
                FormattableString.Invariant(
                    $"lasts more than {LongestSeconds} s or {MostBeats} quarter notes, which no piece does; one of its times is damaged."
                )
            );
        }

        while (!_chunks.IsFilm && (long)_beats.Count * _chunks.Division <= tick)
        {
            _beats.Add(At((long)_beats.Count * _chunks.Division));
        }

        _tick = tick;
    }

    private double At(long tick) => _changeSeconds + ((tick - _changeTick) * _tickSeconds);
}
