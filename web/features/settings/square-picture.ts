/** How wide and high the picture of a person is sent, in pixels: twice as large as it is ever shown. */
const SIDE = 256;

/**
 * The middle of a picture as a small square: what the camera has written into the file, such as the place, stays here.
 * Throws when the file is no picture that the browser knows.
 */
export const squarePicture = async (file: File): Promise<File> => {
  const picture = await createImageBitmap(file);
  const side = Math.min(picture.width, picture.height);
  const canvas = document.createElement('canvas');
  canvas.width = SIDE;
  canvas.height = SIDE;
  const [left, top] = [(picture.width - side) / 2, (picture.height - side) / 2];
  canvas.getContext('2d')?.drawImage(picture, left, top, side, side, 0, 0, SIDE, SIDE);
  picture.close();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('The picture could not be drawn.');
  return new File([blob], 'avatar.png', { type: blob.type });
};
