using System.Runtime.Intrinsics;
using Research.Features.Spectral;
using Research.Numerics;

namespace Research.Features.Tests.Spectral;

public class FrameLanesTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(4, 1, 4)]
    [InlineData(5, 2, 1)]
    [InlineData(8, 2, 4)]
    public void Frames_stand_in_groups_of_four(int frames, int groups, int livingInTheLast)
    {
        var lanes = new FrameLanes(frames, 3);
        Assert.Equal((frames, 3, groups), (lanes.Frames, lanes.Columns, lanes.Groups));
        Assert.Equal(groups * 3, lanes.Values.Length);
        Assert.Equal(livingInTheLast, lanes.Live(groups - 1));
    }

    [Fact]
    public void A_matrix_has_one_row_a_frame_and_nothing_of_the_other_lanes()
    {
        var lanes = new FrameLanes(5, 2);
        for (int i = 0; i < lanes.Values.Length; i++)
        {
            lanes.Values[i] = Vector256.Create(10.0 * i, (10 * i) + 1, (10 * i) + 2, (10 * i) + 3);
        }

        Assert.Equal([0, 10, 1, 11, 2, 12, 3, 13, 20, 30], lanes.ToMatrix().Values.ToArray());
    }

    [Fact]
    public void More_than_a_gigabyte_is_refused_with_what_to_do()
    {
        FrameLanes.Check(1 << 20, 128);
        string said = Assert.Throws<ResearchException>(() => FrameLanes.Check((1 << 20) + 1, 128)).Message;
        Assert.Equal(
            "1048577 frames of 128 values are more than 134217728 numbers; use a longer hop, a shorter transform, fewer bands or a shorter file.",
            said
        );
    }
}
