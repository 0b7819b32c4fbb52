using System.Security.Cryptography;
using System.Text.Json;
using Research.Data;
using Research.Features.Images;
using Research.Numerics;
using Research.Tests;

namespace Research.Features.Tests.Images;

public class PictureTests
{
    private static readonly JsonElement Oracle = Golden.Json("pictures.json");

    [Fact]
    public void Resized_pictures_are_Pillows_byte_for_byte()
    {
        foreach (JsonElement expected in Oracle.GetProperty("resized").EnumerateArray())
        {
            (int[] from, int[] to) = (expected.GetProperty("from").Integers(), expected.GetProperty("to").Integers());
            Image resized = PictureResize.Of(Picture(from[0], from[1]), to[0], to[1]);
            Assert.Equal((to[0], to[1], 3), (resized.Height, resized.Width, resized.Channels));
            int[] bytes = [.. resized.Bytes.Select(value => (int)value)];
            Assert.Equal(expected.GetProperty("first").Integers(), bytes[..Math.Min(12, bytes.Length)]);
            Assert.Equal(expected.GetProperty("last").Integers(), bytes[^6..]);
            Assert.Equal(expected.Text("sha256"), Convert.ToHexStringLower(SHA256.HashData(resized.Bytes)));
        }
    }

    [Fact]
    public void A_picture_of_one_colour_keeps_it_at_any_size()
    {
        var image = new Image(7, 5, 3, [.. Enumerable.Repeat((byte)203, 7 * 5 * 3)]);
        Assert.All(PictureResize.Of(image, 16, 3).Bytes, value => Assert.Equal(203, value));
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(4, 8193)]
    public void A_size_that_no_picture_has_is_refused(int height, int width) =>
        Assert.Throws<SettingsException>(() => PictureResize.Of(Picture(2, 2), height, width));

    [Fact]
    public void Colours_are_matplotlibs()
    {
        byte[] all = [.. Enumerable.Range(0, 256).SelectMany(level => Colors((byte)level))];
        Assert.Equal(Oracle.Text("magma_sha256"), Convert.ToHexStringLower(SHA256.HashData(all)));
        Assert.Equal(Oracle.GetProperty("magma")[1].Integers(), Colors(15).Select(value => (int)value));
    }

    [Fact]
    public void Planes_of_a_pixel_follow_the_network_by_hand()
    {
        var image = new Image(1, 2, 3, [255, 0, 51, 10, 20, 30]);
        float[] torchvision = PictureNormalization.ImageNet.Planes(image);
        Assert.Equal((1 - 0.485) / 0.229, torchvision[0], 1e-6);
        Assert.Equal((0.2 - 0.406) / 0.225, torchvision[4], 1e-6);
        Assert.Equal([51 - 104, 30 - 104, 0 - 117, 20 - 117, 255 - 123, 10 - 123], PictureNormalization.Caffe.Planes(image));
    }

    [Fact]
    public void A_grey_picture_has_no_planes() =>
        Assert.Throws<ResearchException>(() => PictureNormalization.ImageNet.Planes(new Image(1, 1, 1, [0])));

    private static byte[] Colors(byte level)
    {
        (byte red, byte green, byte blue) = ColorMap.Magma(level);
        return [red, green, blue];
    }

    private static Image Picture(int height, int width) =>
        new(
            height,
            width,
            3,
            [.. Enumerable.Range(0, height * width * 3).Select(i => (byte)(((long)i * i * 7) + (i * 31) + (i / 5)))]
        );
}
