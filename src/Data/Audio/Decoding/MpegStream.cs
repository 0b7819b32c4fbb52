using System.Buffers.Binary;
using System.Globalization;
using Research.Data.Audio.Wav;

namespace Research.Data.Audio.Decoding;

/// <summary>The frames of a file of MPEG audio one after another, as their headers tell: whether it is whole, one recording, and of one kind.</summary>
/// <remarks>A frame of layer III may tell how many follow ("Xing" or "Info" behind its side information, an encoder's convention); it holds no sound.</remarks>
internal sealed class MpegStream
{
    private const int StartBytes = 64; // a frame's header, checksum, side information and the count behind it
    private const int OldTagBytes = 128; // "TAG" and its fields, ID3v1
    private const int NewTagBytes = 32; // of an APE tag's head or foot, which states the rest
    private const int MostGaps = 1000; // what is damaged more often is looked at no further: each gap costs a piece to read
    private const int Witnesses = 2; // frames of the same kind that follow: among random bytes, a header stands by chance every few kilobytes
    private const int Reach = Witnesses * MpegFrame.MostBytes + MpegFrame.HeaderBytes;
    private readonly Stream _file;
    private readonly byte[] _piece = new byte[1 << 16];
    private readonly byte[] _start = new byte[StartBytes];
    private readonly List<string> _warnings = [];
    private MpegFrame? _first;
    private long _sound; // frames of sound in this recording
    private long? _promised;
    private double _seconds;
    private int _gaps;

    private MpegStream(Stream file) => _file = file;

    /// <summary>What is amiss, a sentence each without its full stop.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Whether rate and channels stay what they are in the first frame.</summary>
    public bool IsOfOneKind { get; private set; } = true;

    /// <summary>Reads the headers of a file.</summary>
    public static MpegStream Of(Stream file)
    {
        var stream = new MpegStream(file);
        stream.Read();
        return stream;
    }

    private void Read()
    {
        long place = Id3Tag.Bytes(Start(0));
        while (place < _file.Length && _gaps <= MostGaps)
        {
            ReadOnlySpan<byte> start = Start(place);
            if (MpegFrame.Of(start) is not { } frame || !Belongs(frame, place))
            {
                place = Beyond(place, Start(place));
            }
            else if (place + frame.Bytes > _file.Length)
            {
                Warn("it ends within a frame: it was cut off there");
                _promised = null; // said once
                break;
            }
            else
            {
                Count(frame, Start(place));
                place += frame.Bytes;
            }
        }

        if (_gaps > MostGaps)
        {
            Warn($"it is damaged in more than {MostGaps} places");
            _promised = null; // not counted to the end
        }

        EndRecording();
    }

    private ReadOnlySpan<byte> Start(long place)
    {
        _file.Position = place;
        int count = _file.ReadAtLeast(_start, (int)Math.Min(StartBytes, _file.Length - place), throwOnEndOfStream: false);
        return _start.AsSpan(0, count);
    }

    // A frame of another kind than the first may be other bytes that look like one, unless more of its kind follow, or the file ends with it.
    private bool Belongs(MpegFrame frame, long place)
    {
        if (_first is not { } first || frame.IsLike(first))
        {
            return true;
        }

        long next = place + frame.Bytes;
        for (int i = 0; i < Witnesses && next < _file.Length; i++)
        {
            if (MpegFrame.Of(Start(next)) is not { } follower || !follower.IsLike(frame))
            {
                return false;
            }

            next += follower.Bytes;
        }

        return next <= _file.Length;
    }

    private void Count(MpegFrame frame, ReadOnlySpan<byte> start)
    {
        IsOfOneKind &= _first is not { } first || frame.IsLike(first);
        _first ??= frame;
        if (Promise(frame, start) is { } frames)
        {
            EndRecording();
            if (_seconds > 0)
            {
                Warn(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"another recording begins in it after {_seconds:0.0} s; they are taken for one, so cut the file there"
                    )
                );
            }

            (_promised, _sound) = (frames, 0);
            return;
        }

        _sound++;
        _seconds += (double)frame.Samples / frame.SampleRateHz;
    }

    // The frames that an encoder counted; 0 where it says that it did not.
    private static long? Promise(MpegFrame frame, ReadOnlySpan<byte> start)
    {
        int at = MpegFrame.HeaderBytes + (frame.HasChecksum ? 2 : 0) + frame.SideBytes;
        if (frame.Layer != 3 || start.Length < at + 12)
        {
            return null;
        }

        ReadOnlySpan<byte> head = start[at..];
        bool counts = (head.Length > 7) && (head[7] & 1) == 1;
        return !head.StartsWith("Xing"u8) && !head.StartsWith("Info"u8) ? null
            : counts ? BinaryPrimitives.ReadUInt32BigEndian(head[8..])
            : 0;
    }

    private void EndRecording()
    {
        if (_promised is > 0 && _sound < _promised)
        {
            Warn($"it says that it has {_promised} frames, and {_sound} are there: it was cut off");
        }

        _promised = null;
    }

    // Tags are passed over; of anything else, bytes up to where frames like the first follow each other.
    private long Beyond(long place, ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("TAG"u8))
        {
            return place + OldTagBytes;
        }

        if (start.StartsWith("APETAGEX"u8) && start.Length >= NewTagBytes)
        {
            return place + NewTagBytes + BinaryPrimitives.ReadUInt32LittleEndian(start[12..]);
        }

        return Id3Tag.Bytes(start) is > 0 and var tag ? place + tag : NextFrame(place + 1);
    }

    private long NextFrame(long from)
    {
        _gaps++;
        for (long place = from; place < _file.Length; )
        {
            _file.Position = place;
            int count = _file.ReadAtLeast(_piece, _piece.Length, throwOnEndOfStream: false);
            bool last = count < _piece.Length;
            int scanned = last ? count : count - Reach;
            for (int i = 0; i < scanned; i++)
            {
                if (AreFrames(_piece.AsSpan(i, count - i)))
                {
                    return place + i;
                }
            }

            place += last ? count : scanned;
        }

        return _file.Length;
    }

    // At the end of the file fewer may follow.
    private bool AreFrames(ReadOnlySpan<byte> bytes)
    {
        if (MpegFrame.Of(bytes) is not { } frame || (_first is { } first && !frame.IsLike(first)))
        {
            return false;
        }

        for (int i = 0; i < Witnesses && frame.Bytes < bytes.Length; i++)
        {
            bytes = bytes[frame.Bytes..];
            if (MpegFrame.Of(bytes) is not { } next || !next.IsLike(frame))
            {
                return false;
            }

            frame = next;
        }

        return true;
    }

    private void Warn(string words)
    {
        if (!_warnings.Contains(words))
        {
            _warnings.Add(words);
        }
    }
}
