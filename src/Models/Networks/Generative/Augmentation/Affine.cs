using Research.Numerics;

namespace Research.Models.Networks.Generative.Augmentation;

/// <summary>A map of the plane, (x, y) → (Xx·x + Xy·y + X0, Yx·x + Yy·y + Y0); pixels from the picture's centre, x right, y down.</summary>
/// <remarks>An augmentation holds the inverse of what it does: where an output pixel comes from. Oracle: golden/networks/stylegan_ada.json, 'geometric'.</remarks>
internal readonly record struct Affine(double Xx, double Xy, double X0, double Yx, double Yy, double Y0)
{
    public static Affine Identity { get; } = new(1, 0, 0, 0, 1, 0);

    public static Affine Scale(double x, double y) => new(x, 0, 0, 0, y, 0);

    public static Affine Translation(double x, double y) => new(1, 0, x, 0, 1, y);

    public static Affine Rotation(double radians)
    {
        (double cos, double sin) = (PortableMath.Cos(radians), PortableMath.Sin(radians));
        return new(cos, -sin, 0, sin, cos, 0);
    }

    /// <summary>The right map first, then the left.</summary>
    public static Affine operator *(Affine left, Affine right) =>
        new(
            (left.Xx * right.Xx) + (left.Xy * right.Yx),
            (left.Xx * right.Xy) + (left.Xy * right.Yy),
            (left.Xx * right.X0) + (left.Xy * right.Y0) + left.X0,
            (left.Yx * right.Xx) + (left.Yy * right.Yx),
            (left.Yx * right.Xy) + (left.Yy * right.Yy),
            (left.Yx * right.X0) + (left.Yy * right.Y0) + left.Y0
        );

    public (double X, double Y) Of(double x, double y) => ((Xx * x) + (Xy * y) + X0, (Yx * x) + (Yy * y) + Y0);
}
